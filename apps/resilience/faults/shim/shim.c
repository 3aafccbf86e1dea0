/*
 * Stands between a process and its kernel (LD_PRELOAD), so that one process meets a fault which the machine under it does
 * not have: a full disk, one that turned read-only, a clock that jumped, an end in the middle of a write. It can also keep
 * a log of everything that happens to the files of one folder.
 *
 * The environment names the folder whose files it watches (ACCT_SHIM_FOLDER), a file of `struct control` that whoever
 * started the process writes to at any time (ACCT_SHIM_CONTROL) and, where there is to be one, the log (ACCT_SHIM_LOG).
 * Everything else goes on as if it were not there. It speaks to the kernel directly: nothing here is intercepted twice.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

/* What the other side says. The order is known there, too (shim.ts). */
struct control {
  /* How many more bytes fit on the disk; below zero: as many as one likes. */
  volatile int64_t room;
  /* The error of everything that would change the folder; 0 is none. */
  volatile int64_t refusal;
  /* The error of every attempt to bring a file to the disk; 0 is none. */
  volatile int64_t sync_refusal;
  /* By how much the clock is wrong, in nanoseconds. */
  volatile int64_t clock_offset;
  /* The process ends in the middle of the write with this number; 0 is never. */
  volatile int64_t end_at_write;
  /* Writes so far. */
  volatile int64_t writes;
};

/* A line of the log: this, then `length` bytes. The kinds and the order are known there, too (recording.ts). */
struct line {
  int64_t kind;
  int64_t file;
  int64_t offset;
  int64_t length;
};

enum { NAMED = 1, CREATED, WRITTEN, CUT, SYNC_BEGUN, SYNC_DONE, FOLDER_SYNCED, REMOVED, ANSWERED };

#define MOST_DESCRIPTORS 65536
#define MOST_FILES 4096

static struct control nothing = {.room = -1};
static struct control *control = &nothing;
static const char *folder;
static size_t folder_length;
static int log_file = -1;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* Of each descriptor: the watched file (its number, from 1) or folder (-1), and the request that came in on a socket. */
static int watched[MOST_DESCRIPTORS];
static int64_t request_on[MOST_DESCRIPTORS];
static char *names[MOST_FILES];
static int files;

__attribute__((constructor)) static void begin(void) {
  folder = getenv("ACCT_SHIM_FOLDER");
  folder_length = folder ? strlen(folder) : 0;
  const char *path = getenv("ACCT_SHIM_CONTROL");
  int descriptor = path ? (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC, 0) : -1;
  if (descriptor < 0) return;
  void *mapped = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
  syscall(SYS_close, descriptor);
  if (mapped != MAP_FAILED) control = mapped;
  path = getenv("ACCT_SHIM_LOG");
  if (path) log_file = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
}

static void note(int64_t kind, int64_t file, int64_t offset, const void *bytes, size_t length) {
  if (log_file < 0) return;
  struct line line = {kind, file, offset, (int64_t)length};
  struct iovec parts[2] = {{&line, sizeof line}, {(void *)bytes, length}};
  int error = errno;
  pthread_mutex_lock(&lock);
  /* A log with a hole in it would prove nothing. */
  if (syscall(SYS_writev, log_file, parts, 2) != (long)(sizeof line + length)) abort();
  pthread_mutex_unlock(&lock);
  errno = error;
}

static int is_inside(const char *path) {
  return folder_length > 0 && path && strncmp(path, folder, folder_length) == 0 &&
         (path[folder_length] == '/' || path[folder_length] == '\0');
}

/* SQLite's index of its log lives in shared memory and is made anew after a crash: it is not watched. */
static int is_kept(const char *path) {
  size_t length = strlen(path);
  return length < 4 || strcmp(path + length - 4, "-shm") != 0;
}

static int of(int descriptor) {
  return descriptor >= 0 && descriptor < MOST_DESCRIPTORS ? watched[descriptor] : 0;
}

static int number_of(const char *path) {
  pthread_mutex_lock(&lock);
  int number = 1;
  while (number <= files && strcmp(names[number], path) != 0) number++;
  int is_new = number > files;
  if (is_new) {
    if (number >= MOST_FILES || !(names[number] = strdup(path))) abort();
    files = number;
  }
  pthread_mutex_unlock(&lock);
  if (is_new) note(NAMED, number, 0, path, strlen(path));
  return number;
}

static int fail(int64_t error) {
  errno = (int)error;
  return -1;
}

static int open_any(int at, const char *path, int flags, mode_t mode) {
  int inside = is_inside(path);
  int is_new = 0;
  if (inside) {
    int writes = (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT) != 0;
    if (writes && control->refusal) return fail(control->refusal);
    is_new = (flags & O_CREAT) && syscall(SYS_faccessat, AT_FDCWD, path, F_OK) != 0;
    if (is_new && control->room == 0) return fail(ENOSPC);
  }
  int descriptor = (int)syscall(SYS_openat, at, path, flags, mode);
  if (descriptor < 0 || descriptor >= MOST_DESCRIPTORS) return descriptor;
  request_on[descriptor] = 0;
  watched[descriptor] = 0;
  if (!inside) return descriptor;
  if (strcmp(path, folder) == 0 || (flags & O_DIRECTORY)) {
    watched[descriptor] = -1;
  } else if (is_kept(path)) {
    watched[descriptor] = number_of(path);
    if (is_new) note(CREATED, watched[descriptor], 0, NULL, 0);
    if (flags & O_TRUNC) note(CUT, watched[descriptor], 0, NULL, 0);
  }
  return descriptor;
}

#define MODE(flags, mode)                          \
  mode_t mode = 0;                                 \
  if ((flags) & (O_CREAT | O_TMPFILE)) {           \
    va_list rest;                                  \
    va_start(rest, flags);                         \
    mode = va_arg(rest, mode_t);                   \
    va_end(rest);                                  \
  }

int open(const char *path, int flags, ...) {
  MODE(flags, mode)
  return open_any(AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  MODE(flags, mode)
  return open_any(AT_FDCWD, path, flags, mode);
}

int openat(int at, const char *path, int flags, ...) {
  MODE(flags, mode)
  return open_any(at, path, flags, mode);
}

int openat64(int at, const char *path, int flags, ...) {
  MODE(flags, mode)
  return open_any(at, path, flags, mode);
}

int close(int descriptor) {
  if (descriptor >= 0 && descriptor < MOST_DESCRIPTORS) {
    watched[descriptor] = 0;
    request_on[descriptor] = 0;
  }
  return (int)syscall(SYS_close, descriptor);
}

/* The answer to a request begins to leave: what it acknowledges must be on the disk by now. */
static void answering(int descriptor) {
  if (descriptor < 0 || descriptor >= MOST_DESCRIPTORS || request_on[descriptor] == 0) return;
  note(ANSWERED, 0, request_on[descriptor], NULL, 0);
  request_on[descriptor] = 0;
}

static ssize_t put(int descriptor, const void *bytes, size_t length, int64_t offset) {
  if (control->refusal) return fail(control->refusal);
  int64_t number = __sync_add_and_fetch(&control->writes, 1);
  /* Or past it: other writes may have come while the number was being set. */
  if (control->end_at_write > 0 && number >= control->end_at_write) {
    syscall(SYS_pwrite64, descriptor, bytes, length / 2, offset);
    kill(getpid(), SIGKILL);
  }
  if (control->room >= 0) {
    if (control->room == 0 && length > 0) return fail(ENOSPC);
    if ((int64_t)length > control->room) length = (size_t)control->room;
    control->room -= (int64_t)length;
  }
  ssize_t written = syscall(SYS_pwrite64, descriptor, bytes, length, offset);
  if (written > 0) note(WRITTEN, of(descriptor), offset, bytes, (size_t)written);
  return written;
}

ssize_t pwrite(int descriptor, const void *bytes, size_t length, off_t offset) {
  if (of(descriptor) > 0) return put(descriptor, bytes, length, offset);
  return syscall(SYS_pwrite64, descriptor, bytes, length, offset);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t length, off64_t offset) {
  return pwrite(descriptor, bytes, length, offset);
}

ssize_t write(int descriptor, const void *bytes, size_t length) {
  if (of(descriptor) > 0) {
    int64_t offset = lseek(descriptor, 0, SEEK_CUR);
    ssize_t written = put(descriptor, bytes, length, offset);
    if (written > 0) lseek(descriptor, offset + written, SEEK_SET);
    return written;
  }
  answering(descriptor);
  return syscall(SYS_write, descriptor, bytes, length);
}

ssize_t writev(int descriptor, const struct iovec *parts, int count) {
  if (of(descriptor) > 0) return count > 0 ? write(descriptor, parts[0].iov_base, parts[0].iov_len) : 0;
  answering(descriptor);
  return syscall(SYS_writev, descriptor, parts, count);
}

ssize_t sendmsg(int descriptor, const struct msghdr *message, int flags) {
  answering(descriptor);
  return syscall(SYS_sendmsg, descriptor, message, flags);
}

ssize_t read(int descriptor, void *bytes, size_t length) {
  ssize_t got = syscall(SYS_read, descriptor, bytes, length);
  static const char header[] = "x-ledger: ";
  if (log_file >= 0 && got > 0 && descriptor < MOST_DESCRIPTORS && of(descriptor) == 0) {
    char *found = memmem(bytes, (size_t)got, header, sizeof header - 1);
    if (found) request_on[descriptor] = strtoll(found + sizeof header - 1, NULL, 10);
  }
  return got;
}

int ftruncate(int descriptor, off_t length) {
  int file = of(descriptor);
  if (file > 0 && control->refusal) return fail(control->refusal);
  int result = (int)syscall(SYS_ftruncate, descriptor, length);
  if (file > 0 && result == 0) note(CUT, file, length, NULL, 0);
  return result;
}

int ftruncate64(int descriptor, off64_t length) {
  return ftruncate(descriptor, length);
}

static int sync_any(long number, int descriptor) {
  int file = of(descriptor);
  if (file == 0) return (int)syscall(number, descriptor);
  if (control->sync_refusal) return fail(control->sync_refusal);
  if (file > 0) note(SYNC_BEGUN, file, 0, NULL, 0);
  int result = (int)syscall(number, descriptor);
  if (result == 0) note(file > 0 ? SYNC_DONE : FOLDER_SYNCED, file, 0, NULL, 0);
  return result;
}

int fsync(int descriptor) {
  return sync_any(SYS_fsync, descriptor);
}

int fdatasync(int descriptor) {
  return sync_any(SYS_fdatasync, descriptor);
}

int unlink(const char *path) {
  if (is_inside(path)) {
    if (control->refusal) return fail(control->refusal);
    if (is_kept(path)) note(REMOVED, 0, 0, path, strlen(path));
  }
  return (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}

int clock_gettime(clockid_t clock, struct timespec *time) {
  int result = (int)syscall(SYS_clock_gettime, clock, time);
  if (result == 0 && control->clock_offset && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
    int64_t now = (int64_t)time->tv_sec * 1000000000 + time->tv_nsec + control->clock_offset;
    time->tv_sec = (time_t)(now / 1000000000);
    time->tv_nsec = (long)(now % 1000000000);
  }
  return result;
}

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
  (void)zone;
  struct timespec now;
  if (clock_gettime(CLOCK_REALTIME, &now) != 0) return -1;
  time->tv_sec = now.tv_sec;
  time->tv_usec = now.tv_nsec / 1000;
  return 0;
}

time_t time(time_t *time) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (time) *time = now.tv_sec;
  return now.tv_sec;
}
