// Rooms are furnished one by one.
