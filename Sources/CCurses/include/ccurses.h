#ifndef CCURSES_H
#define CCURSES_H

// What the field tool needs of ncurses, and nothing else.
//
// curses.h is included in ccurses.c only: its macros, globals and short names (move, erase, filter)
// stay out of Swift, and its wide functions are there whatever the importer defines.

#include <stdint.h>

// How a start ended.
enum {
  CCURSES_STARTED = 0,
  CCURSES_ALREADY_STARTED,
  CCURSES_NOT_A_TERMINAL,
  CCURSES_UNKNOWN_TERMINAL,
  CCURSES_CANNOT_MOVE_CURSOR,
  CCURSES_NO_UTF8_LOCALE,
  CCURSES_SYSTEM_FAULT,
};

// What was read.
enum {
  CCURSES_NOTHING = 0,
  CCURSES_BYTE,
  CCURSES_KEY,
  CCURSES_FUNCTION_KEY,
  CCURSES_PASTE_BEGIN,
  CCURSES_PASTE_END,
  CCURSES_OTHER,
};

// Keys known by their escape sequences.
enum {
  CCURSES_UP = 1,
  CCURSES_DOWN,
  CCURSES_LEFT,
  CCURSES_RIGHT,
  CCURSES_HOME,
  CCURSES_END,
  CCURSES_PAGE_UP,
  CCURSES_PAGE_DOWN,
  CCURSES_INSERT,
  CCURSES_DELETE,
  CCURSES_BACKSPACE,
  CCURSES_BACK_TAB,
  CCURSES_ENTER,
};

// What waiting found, as a set of bits.
enum {
  CCURSES_INPUT = 1,
  CCURSES_WAKE = 2,
  CCURSES_RESIZED = 4,
  CCURSES_INTERRUPTED = 8,
  CCURSES_TERMINATED = 16,
  CCURSES_HUNG_UP = 32,
  CCURSES_STOP_ASKED = 64,
  CCURSES_CONTINUED = 128,
};

// Looks, as a set of bits.
enum {
  CCURSES_BOLD = 1,
  CCURSES_REVERSE = 2,
  CCURSES_UNDERLINE = 4,
  CCURSES_DIM = 8,
};

typedef struct {
  int kind;
  int value;
} ccurses_input;

/// Takes the terminal over; a negative escape delay means the environment's, else 25 ms.
int ccurses_start(int input, int output, const char *terminal, int escape_delay);
/// Gives the terminal back; may be called at any time, any number of times.
void ccurses_stop(void);
/// Gives the terminal back with a fixed string of bytes; safe in a signal handler.
void ccurses_restore_now(void);
/// Leaves the terminal for something else to use.
void ccurses_pause(void);
/// Takes it back after a pause; the next frame is painted whole.
void ccurses_resume(void);
/// Pauses, stops this job until the shell continues it, and resumes.
void ccurses_suspend(void);

/// The window's size as the system tells it.
void ccurses_size(int *rows, int *columns);
/// Makes the screen that size; the next frame is painted whole.
void ccurses_resize(int rows, int columns);

/// How many colours there are; 0 for none.
int ccurses_colors(void);
/// Which looks the terminal has, as a set of bits.
int ccurses_looks(void);
/// Says how text of a style, numbered from 0, looks; colours are -1 for the terminal's own.
void ccurses_define_style(int style, int foreground, int background, int looks);
/// Writes scalars into a row of the screen in memory.
void ccurses_put(int row, int column, const uint32_t *scalars, int count, int style);
/// Empties the screen in memory.
void ccurses_erase(void);
/// Brings the terminal up to date in one burst, the cursor last; a negative row hides it.
void ccurses_show(int row, int column);
/// Has the next frame painted whole.
void ccurses_repair(void);
/// Sounds the bell.
void ccurses_beep(void);

/// Waits for input, a signal or a wake; a negative time waits for ever.
int ccurses_wait(int milliseconds);
/// Reads the next thing that has arrived, without waiting.
ccurses_input ccurses_read(void);
/// Ends a wait; may be called from any thread.
void ccurses_wake(void);

/// Chooses a locale of UTF-8 characters; 0 when the system has none.
int ccurses_use_utf8(void);
/// The cells a scalar takes, as ncurses believes; -1 for one that is not printed.
int ccurses_width(uint32_t scalar);
/// Whether the environment asks for no colour.
int ccurses_no_color(void);

#endif
