#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1

#include "ccurses.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

// After curses.h, whose types it needs; it defines short macros, so it comes last.
#include <term.h>
#undef columns
#undef lines

enum { PASTE_BEGIN_CODE = 2001, PASTE_END_CODE = 2002, STYLES = 32 };

static const char paste_on[] = "\033[?2004h";
static const char paste_off[] = "\033[?2004l";

static SCREEN *screen;
static WINDOW *keyboard;
static FILE *input_file, *output_file;
static int input_descriptor = -1;
static volatile sig_atomic_t output_descriptor = -1;
static struct termios saved_modes;
static int wake_pipe[2] = {-1, -1};
static struct {
  attr_t looks;
  short pair;
} styles[STYLES];

// Bytes that undo what was done to the terminal, put together while it is safe to do so.
static char restore_bytes[256];
static volatile sig_atomic_t restore_length;
// 0 stopped, 1 the screen is ours, 2 paused.
static volatile sig_atomic_t state;
static volatile sig_atomic_t insisted;

// MARK: Giving the terminal back

static void write_all(int descriptor, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(descriptor, bytes, length);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    length -= (size_t)written;
  }
}

void ccurses_restore_now(void) {
  if (state == 0 || output_descriptor < 0) return;
  int screen_is_ours = state == 1;
  state = 0;
  if (screen_is_ours) write_all(output_descriptor, restore_bytes, (size_t)restore_length);
  tcsetattr(input_descriptor, TCSANOW, &saved_modes);
}

/// Appends a terminal's capability without its padding.
static void remember(const char *name) {
  char *value = tigetstr((char *)name);
  if (value == NULL || value == (char *)-1) return;
  for (size_t i = 0; value[i] != 0; i++) {
    if (value[i] == '$' && value[i + 1] == '<') {
      const char *end = strchr(value + i, '>');
      if (end == NULL) return;
      i = (size_t)(end - value);
      continue;
    }
    if ((size_t)restore_length < sizeof restore_bytes) restore_bytes[restore_length++] = value[i];
  }
}

static void remember_restore(void) {
  restore_length = 0;
  memcpy(restore_bytes, paste_off, sizeof paste_off - 1);
  restore_length = sizeof paste_off - 1;
  remember("sgr0");
  remember("rmkx");
  remember("cnorm");
  char *leave = tigetstr("rmcup");
  if (leave == NULL || leave == (char *)-1) {
    // No second screen to leave: at least what follows begins on a line of its own.
    if ((size_t)restore_length + 2 <= sizeof restore_bytes) {
      restore_bytes[restore_length++] = '\r';
      restore_bytes[restore_length++] = '\n';
    }
  } else {
    remember("rmcup");
  }
}

// MARK: Signals

static void tell(char byte) {
  int saved = errno;
  ssize_t ignored = write(wake_pipe[1], &byte, 1);
  (void)ignored;
  errno = saved;
}

static void on_signal(int number) {
  switch (number) {
  case SIGWINCH: tell('r'); return;
  case SIGTSTP: tell('z'); return;
  case SIGCONT: tell('c'); return;
  case SIGHUP: tell('h'); return;
  case SIGINT: tell('i'); break;
  default: tell('t'); break;
  }
  // Someone who asks a third time gets his will although nobody listens.
  if (++insisted > 2) {
    ccurses_restore_now();
    signal(number, SIG_DFL);
    raise(number);
  }
}

static const int told_signals[] = {SIGINT,  SIGTERM, SIGQUIT, SIGHUP,
                                   SIGWINCH, SIGTSTP, SIGCONT};
static const int crash_signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
enum {
  TOLD = sizeof told_signals / sizeof *told_signals,
  CRASHES = sizeof crash_signals / sizeof *crash_signals
};
static struct sigaction earlier_told[TOLD], earlier_crash[CRASHES];
static char crash_stack[65536];

static void on_crash(int number, siginfo_t *information, void *context) {
  (void)context;
  ccurses_restore_now();
  for (int i = 0; i < CRASHES; i++)
    if (crash_signals[i] == number) sigaction(number, &earlier_crash[i], NULL);
  // A fault comes again on return, with its own context, for whoever was there before; what was
  // sent must be sent again: once for them, and once more for the end, since they count on a fault.
  if (information->si_code > 0) return;
  sigset_t sent;
  sigemptyset(&sent);
  sigaddset(&sent, number);
  pthread_sigmask(SIG_UNBLOCK, &sent, NULL);
  raise(number);
  raise(number);
}

static void take_signals(void) {
  struct sigaction told = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
  sigemptyset(&told.sa_mask);
  for (int i = 0; i < TOLD; i++) {
    sigaction(told_signals[i], &told, &earlier_told[i]);
    // What whoever started us wants ignored stays ignored.
    if (earlier_told[i].sa_handler == SIG_IGN) sigaction(told_signals[i], &earlier_told[i], NULL);
    // A parent may have left it blocked; it would then never arrive, neither resize nor TERM.
    sigset_t one;
    sigemptyset(&one);
    sigaddset(&one, told_signals[i]);
    sigprocmask(SIG_UNBLOCK, &one, NULL);
  }
  stack_t stack;
  if (sigaltstack(NULL, &stack) == 0 && (stack.ss_flags & SS_DISABLE)) {
    // An overflowing stack cannot run its own handler.
    stack = (stack_t){.ss_sp = crash_stack, .ss_size = sizeof crash_stack};
    sigaltstack(&stack, NULL);
  }
  struct sigaction crash = {.sa_sigaction = on_crash, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&crash.sa_mask);
  for (int i = 0; i < CRASHES; i++) sigaction(crash_signals[i], &crash, &earlier_crash[i]);
}

static void give_signals_back(void) {
  for (int i = 0; i < TOLD; i++) sigaction(told_signals[i], &earlier_told[i], NULL);
  for (int i = 0; i < CRASHES; i++) sigaction(crash_signals[i], &earlier_crash[i], NULL);
}

// MARK: Start and stop

int ccurses_use_utf8(void) {
  // Characters only: numbers and dates keep their form whatever the locale.
  const char *const names[] = {"", "C.UTF-8", "C.utf8", "en_US.UTF-8", "zh_CN.UTF-8"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (setlocale(LC_CTYPE, names[i]) != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
      return 1;
  return 0;
}

static int terminal_fault(const char *terminal, int output) {
  if (terminal == NULL || *terminal == 0 || strcmp(terminal, "dumb") == 0)
    return CCURSES_UNKNOWN_TERMINAL;
  int status = 0;
  if (setupterm(terminal, output, &status) != OK) return CCURSES_UNKNOWN_TERMINAL;
  char *move_cursor = tigetstr("cup");
  int can_move = move_cursor != NULL && move_cursor != (char *)-1;
  remember_restore();
  del_curterm(cur_term);
  return can_move ? CCURSES_STARTED : CCURSES_CANNOT_MOVE_CURSOR;
}

static void define_keys(void) {
  define_key("\033[200~", PASTE_BEGIN_CODE);
  define_key("\033[201~", PASTE_END_CODE);
  // Terminals that claim to be something smaller send these all the same.
  static const struct {
    const char *bytes;
    int code;
  } common[] = {
      {"\033[A", KEY_UP},      {"\033[B", KEY_DOWN},    {"\033[C", KEY_RIGHT},
      {"\033[D", KEY_LEFT},    {"\033OA", KEY_UP},      {"\033OB", KEY_DOWN},
      {"\033OC", KEY_RIGHT},   {"\033OD", KEY_LEFT},    {"\033[H", KEY_HOME},
      {"\033[F", KEY_END},     {"\033OH", KEY_HOME},    {"\033OF", KEY_END},
      {"\033[1~", KEY_HOME},   {"\033[4~", KEY_END},    {"\033[7~", KEY_HOME},
      {"\033[8~", KEY_END},    {"\033[2~", KEY_IC},     {"\033[3~", KEY_DC},
      {"\033[5~", KEY_PPAGE},  {"\033[6~", KEY_NPAGE},  {"\033[Z", KEY_BTAB},
      {"\033OM", KEY_ENTER},   {"\033OP", KEY_F(1)},    {"\033OQ", KEY_F(2)},
      {"\033OR", KEY_F(3)},    {"\033OS", KEY_F(4)},    {"\033[11~", KEY_F(1)},
      {"\033[12~", KEY_F(2)},  {"\033[13~", KEY_F(3)},  {"\033[14~", KEY_F(4)},
      {"\033[[A", KEY_F(1)},   {"\033[[B", KEY_F(2)},   {"\033[[C", KEY_F(3)},
      {"\033[[D", KEY_F(4)},   {"\033[[E", KEY_F(5)},   {"\033[15~", KEY_F(5)},
      {"\033[17~", KEY_F(6)},  {"\033[18~", KEY_F(7)},  {"\033[19~", KEY_F(8)},
      {"\033[20~", KEY_F(9)},  {"\033[21~", KEY_F(10)}, {"\033[23~", KEY_F(11)},
      {"\033[24~", KEY_F(12)},
  };
  for (size_t i = 0; i < sizeof common / sizeof *common; i++)
    if (key_defined(common[i].bytes) == 0) define_key(common[i].bytes, common[i].code);
}

static void choose_escape_delay(int wanted) {
  const char *asked = getenv("ESCDELAY");
  if (wanted < 0) wanted = asked != NULL && *asked != 0 ? atoi(asked) : 25;
  set_escdelay(wanted < 0 ? 25 : wanted > 5000 ? 5000 : wanted);
}

/// Ends curses; where there is no second screen to leave, no household stays on the first.
static void leave_screen(void) {
  write_all(output_descriptor, paste_off, sizeof paste_off - 1);
  char *leave = tigetstr("rmcup");
  if (leave == NULL || leave == (char *)-1) {
    wattr_set(stdscr, A_NORMAL, 0, NULL);
    werase(stdscr);
    clearok(curscr, TRUE);
    wnoutrefresh(stdscr);
    doupdate();
  }
  endwin();
}

static void close_files(void) {
  if (input_file != NULL) fclose(input_file);
  if (output_file != NULL) fclose(output_file);
  input_file = output_file = NULL;
}

int ccurses_start(int input, int output, const char *terminal, int escape_delay) {
  if (screen != NULL) return CCURSES_ALREADY_STARTED;
  if (!isatty(input) || !isatty(output)) return CCURSES_NOT_A_TERMINAL;
  if (!ccurses_use_utf8()) return CCURSES_NO_UTF8_LOCALE;
  if (terminal == NULL) terminal = getenv("TERM");
  int fault = terminal_fault(terminal, output);
  if (fault != CCURSES_STARTED) return fault;
  if (tcgetattr(input, &saved_modes) != 0) return CCURSES_SYSTEM_FAULT;
  if (wake_pipe[0] < 0) {
    if (pipe2(wake_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return CCURSES_SYSTEM_FAULT;
    atexit(ccurses_stop);
  }
  int input_copy = fcntl(input, F_DUPFD_CLOEXEC, 3);
  int output_copy = fcntl(output, F_DUPFD_CLOEXEC, 3);
  if (input_copy >= 0) input_file = fdopen(input_copy, "r");
  if (output_copy >= 0) output_file = fdopen(output_copy, "w");
  if (input_file == NULL || output_file == NULL) {
    close_files();
    return CCURSES_SYSTEM_FAULT;
  }
  input_descriptor = input_copy;
  output_descriptor = output_copy;
  // Before ncurses, which takes only the signals that nobody has taken.
  take_signals();
  screen = newterm(terminal, output_file, input_file);
  if (screen == NULL) {
    give_signals_back();
    close_files();
    return CCURSES_UNKNOWN_TERMINAL;
  }
  insisted = 0;
  state = 1;
  raw();
  noecho();
  nonl();
  typeahead(-1);
  choose_escape_delay(escape_delay);
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  // Reading through a pad, since reading through a window would also refresh it.
  keyboard = newpad(1, 1);
  keypad(keyboard, TRUE);
  nodelay(keyboard, TRUE);
  meta(keyboard, TRUE);
  define_keys();
  // The first read would otherwise refresh an empty screen over the first frame.
  wnoutrefresh(stdscr);
  doupdate();
  write_all(output_descriptor, paste_on, sizeof paste_on - 1);
  return CCURSES_STARTED;
}

void ccurses_stop(void) {
  if (screen == NULL) return;
  if (state == 1) leave_screen();
  if (state != 0) tcsetattr(input_descriptor, TCSADRAIN, &saved_modes);
  state = 0;
  give_signals_back();
  delwin(keyboard);
  keyboard = NULL;
  delscreen(screen);
  screen = NULL;
  output_descriptor = input_descriptor = -1;
  close_files();
}

void ccurses_pause(void) {
  if (state != 1) return;
  leave_screen();
  tcsetattr(input_descriptor, TCSADRAIN, &saved_modes);
  state = 2;
}

void ccurses_resume(void) {
  if (state != 2) return;
  state = 1;
  clearok(curscr, TRUE);
  wnoutrefresh(stdscr);
  doupdate();
  write_all(output_descriptor, paste_on, sizeof paste_on - 1);
}

void ccurses_suspend(void) {
  if (state != 1) return;
  ccurses_pause();
  struct sigaction stop, go_on, standard = {.sa_handler = SIG_DFL};
  sigemptyset(&standard.sa_mask);
  sigaction(SIGTSTP, &standard, &stop);
  sigaction(SIGCONT, &standard, &go_on);
  kill(0, SIGTSTP);
  // Here the shell has continued us.
  sigaction(SIGCONT, &go_on, NULL);
  sigaction(SIGTSTP, &stop, NULL);
  ccurses_resume();
}

// MARK: The screen

void ccurses_size(int *rows, int *columns) {
  struct winsize size;
  if (ioctl(output_descriptor, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0) {
    *rows = size.ws_row;
    *columns = size.ws_col;
  } else {
    getmaxyx(stdscr, *rows, *columns);
  }
}

void ccurses_resize(int rows, int columns) {
  resize_term(rows, columns);
  clearok(curscr, TRUE);
}

int ccurses_colors(void) { return has_colors() ? COLORS : 0; }

int ccurses_looks(void) {
  chtype known = termattrs();
  return (known & A_BOLD ? CCURSES_BOLD : 0) | (known & A_REVERSE ? CCURSES_REVERSE : 0)
      | (known & A_UNDERLINE ? CCURSES_UNDERLINE : 0) | (known & A_DIM ? CCURSES_DIM : 0);
}

void ccurses_define_style(int style, int foreground, int background, int looks) {
  if (style < 0 || style >= STYLES) return;
  attr_t attributes = A_NORMAL;
  if (looks & CCURSES_BOLD) attributes |= A_BOLD;
  if (looks & CCURSES_REVERSE) attributes |= A_REVERSE;
  if (looks & CCURSES_UNDERLINE) attributes |= A_UNDERLINE;
  if (looks & CCURSES_DIM) attributes |= A_DIM;
  styles[style].looks = attributes;
  styles[style].pair = 0;
  if ((foreground >= 0 || background >= 0) && has_colors() && style + 1 < COLOR_PAIRS) {
    init_pair((short)(style + 1), (short)foreground, (short)background);
    styles[style].pair = (short)(style + 1);
  }
}

void ccurses_put(int row, int column, const uint32_t *scalars, int count, int style) {
  if (style < 0 || style >= STYLES) style = 0;
  wattr_set(stdscr, styles[style].looks, styles[style].pair, NULL);
  mvwaddnwstr(stdscr, row, column, (const wchar_t *)scalars, count);
}

void ccurses_erase(void) {
  wattr_set(stdscr, A_NORMAL, 0, NULL);
  werase(stdscr);
}

void ccurses_show(int row, int column) {
  if (state != 1) return;
  curs_set(row < 0 ? 0 : 1);
  if (row >= 0) wmove(stdscr, row, column);
  wnoutrefresh(stdscr);
  doupdate();
}

void ccurses_repair(void) { clearok(curscr, TRUE); }

void ccurses_beep(void) { beep(); }

// MARK: Input

int ccurses_wait(int milliseconds) {
  struct pollfd sources[2] = {{.fd = input_descriptor, .events = POLLIN},
                              {.fd = wake_pipe[0], .events = POLLIN}};
  if (poll(sources, 2, milliseconds) < 0) {
    // A signal came: its byte is in the pipe.
    sources[0].revents = sources[1].revents = 0;
    poll(sources, 2, 0);
  }
  int found = 0;
  if (sources[0].revents & POLLIN) found |= CCURSES_INPUT;
  if (sources[0].revents & (POLLHUP | POLLERR | POLLNVAL)) found |= CCURSES_HUNG_UP;
  char bytes[64];
  ssize_t count = 0;
  while ((sources[1].revents & POLLIN) && (count = read(wake_pipe[0], bytes, sizeof bytes)) > 0)
    for (ssize_t i = 0; i < count; i++) switch (bytes[i]) {
      case 'w': found |= CCURSES_WAKE; break;
      case 'r': found |= CCURSES_RESIZED; break;
      case 'i': found |= CCURSES_INTERRUPTED; break;
      case 't': found |= CCURSES_TERMINATED; break;
      case 'h': found |= CCURSES_HUNG_UP; break;
      case 'z': found |= CCURSES_STOP_ASKED; break;
      case 'c': found |= CCURSES_CONTINUED; break;
      }
  return found;
}

static int key_of(int code) {
  switch (code) {
  case KEY_UP: return CCURSES_UP;
  case KEY_DOWN: return CCURSES_DOWN;
  case KEY_LEFT: return CCURSES_LEFT;
  case KEY_RIGHT: return CCURSES_RIGHT;
  case KEY_HOME: case KEY_FIND: case KEY_A1: return CCURSES_HOME;
  case KEY_END: case KEY_SELECT: case KEY_C1: return CCURSES_END;
  case KEY_PPAGE: case KEY_A3: return CCURSES_PAGE_UP;
  case KEY_NPAGE: case KEY_C3: return CCURSES_PAGE_DOWN;
  case KEY_IC: return CCURSES_INSERT;
  case KEY_DC: return CCURSES_DELETE;
  case KEY_BACKSPACE: return CCURSES_BACKSPACE;
  case KEY_BTAB: return CCURSES_BACK_TAB;
  case KEY_ENTER: return CCURSES_ENTER;
  default: return 0;
  }
}

ccurses_input ccurses_read(void) {
  // Bytes, not wide characters: the library forgets a character of which only half has arrived.
  int code = keyboard == NULL ? ERR : wgetch(keyboard);
  if (code == ERR) return (ccurses_input){CCURSES_NOTHING, 0};
  if (code < 0x100) return (ccurses_input){CCURSES_BYTE, code};
  if (code == PASTE_BEGIN_CODE) return (ccurses_input){CCURSES_PASTE_BEGIN, 0};
  if (code == PASTE_END_CODE) return (ccurses_input){CCURSES_PASTE_END, 0};
  if (code > KEY_F(0) && code <= KEY_F(63))
    return (ccurses_input){CCURSES_FUNCTION_KEY, code - KEY_F(0)};
  int key = key_of(code);
  return (ccurses_input){key == 0 ? CCURSES_OTHER : CCURSES_KEY, key};
}

void ccurses_wake(void) { tell('w'); }

// MARK: Facts

int ccurses_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

int ccurses_no_color(void) {
  const char *asked = getenv("NO_COLOR");
  return asked != NULL && *asked != 0;
}
