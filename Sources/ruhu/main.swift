print("ruhu")
