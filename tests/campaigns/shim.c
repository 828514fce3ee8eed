/* Stands between a program and the disk, for the campaigns: preloaded, it counts every call that changes a folder
   or something in it, kills the program at the n-th, and writes down what reached the system, for the simulation
   of power cuts. Asleep until `campaign_arm` is called. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static char root[PATH_MAX];
static size_t root_size;
static long counted, fatal;
static int log_to = -1, acknowledging = -1;

void campaign_arm(const char *folder, long kill_at, const char *log_path, int acknowledgements)
{
    root_size = strlen(strcpy(root, folder));
    fatal = kill_at;
    acknowledging = acknowledgements;
    if (*log_path)
        log_to = syscall(SYS_openat, AT_FDCWD, log_path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

long campaign_counted(void) { return counted; }

static void *real(const char *name)
{
    void *found = dlsym(RTLD_NEXT, name);
    if (!found)
        abort();
    return found;
}

static int is_ours(const char *path)
{
    return root_size && !strncmp(path, root, root_size) && (path[root_size] == '/' || !path[root_size]);
}

/* The path behind a descriptor; empty when it is none of ours, or has no name any more. */
static const char *path_of(int fd, char *path)
{
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t size = root_size ? readlink(link, path, PATH_MAX - 1) : 0;
    path[size > 0 ? size : 0] = 0;
    size_t deleted = strlen(" (deleted)");
    if (!is_ours(path) || ((size_t)size > deleted && !strcmp(path + size - deleted, " (deleted)")))
        *path = 0;
    return path;
}

static const char *absolute(int folder, const char *name, char *path)
{
    char inside[PATH_MAX];
    if (*name == '/' || !root_size)
        snprintf(path, PATH_MAX, "%s", name);
    else if (folder == AT_FDCWD && getcwd(inside, sizeof inside))
        snprintf(path, PATH_MAX, "%s/%s", inside, name);
    else
        snprintf(path, PATH_MAX, "%s/%s", path_of(folder, inside), name);
    return path;
}

static int counts(const char *path)
{
    int ours = is_ours(path);
    if (ours && ++counted == fatal)
        kill(getpid(), SIGKILL);
    return ours;
}

/* One entry of the log: kind, sizes, place, then path, second path and bytes. */
static void note(char kind, const char *path, const char *second, int64_t place, const void *bytes, size_t size)
{
    if (log_to < 0)
        return;
    struct __attribute__((packed)) { char kind; uint32_t path, second, size; int64_t place; } head = {
        kind, strlen(path), strlen(second), size, place};
    struct iovec parts[] = {{&head, sizeof head}, {(void *)path, head.path}, {(void *)second, head.second},
                            {(void *)bytes, size}};
    syscall(SYS_writev, log_to, parts, 4);
}

static int opened(int folder, const char *name, int flags, mode_t mode)
{
    char path[PATH_MAX];
    struct stat about;
    absolute(folder, name, path);
    int makes = is_ours(path) && (flags & O_CREAT) && (flags & O_TMPFILE) != O_TMPFILE && lstat(path, &about);
    int empties = is_ours(path) && (flags & O_TRUNC) && !makes;
    if (makes || empties)
        counts(path);
    int fd = syscall(SYS_openat, folder, name, flags, mode);
    if (fd >= 0 && (makes || empties))
        note(makes ? 'C' : 'T', path, "", 0, "", 0);
    return fd;
}

#define MODE(flags, last) ({ va_list rest; va_start(rest, last); \
    mode_t given = (flags) & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; va_end(rest); given; })

int open(const char *name, int flags, ...) { return opened(AT_FDCWD, name, flags, MODE(flags, flags)); }
int open64(const char *name, int flags, ...) { return opened(AT_FDCWD, name, flags, MODE(flags, flags)); }
int openat(int folder, const char *name, int flags, ...) { return opened(folder, name, flags, MODE(flags, flags)); }
int openat64(int folder, const char *name, int flags, ...) { return opened(folder, name, flags, MODE(flags, flags)); }

static ssize_t written(int fd, const void *bytes, size_t size, off64_t place, int here)
{
    char path[PATH_MAX];
    int ours = counts(path_of(fd, path));
    if (ours && here)
        place = syscall(SYS_lseek, fd, 0, SEEK_CUR);
    if (ours && here && (fcntl(fd, F_GETFL) & O_APPEND))
        place = syscall(SYS_lseek, fd, 0, SEEK_END);
    ssize_t done = here ? syscall(SYS_write, fd, bytes, size) : syscall(SYS_pwrite64, fd, bytes, size, place);
    if (ours && done > 0)
        note('W', path, "", place, bytes, done);
    if (fd == acknowledging && done > 0)
        note('A', "", "", 0, bytes, done);
    return done;
}

ssize_t write(int fd, const void *bytes, size_t size) { return written(fd, bytes, size, 0, 1); }
ssize_t pwrite(int fd, const void *bytes, size_t size, off_t place) { return written(fd, bytes, size, place, 0); }
ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t place) { return written(fd, bytes, size, place, 0); }

static int cut(int fd, off64_t size)
{
    char path[PATH_MAX];
    int ours = counts(path_of(fd, path));
    int failed = syscall(SYS_ftruncate, fd, size);
    if (ours && !failed)
        note('T', path, "", size, "", 0);
    return failed;
}

int ftruncate(int fd, off_t size) { return cut(fd, size); }
int ftruncate64(int fd, off64_t size) { return cut(fd, size); }

static int settled(int call, int fd)
{
    char path[PATH_MAX];
    int ours = counts(path_of(fd, path));
    int failed = syscall(call, fd);
    if (ours && !failed)
        note('S', path, "", 0, "", 0);
    return failed;
}

int fsync(int fd) { return settled(SYS_fsync, fd); }
int fdatasync(int fd) { return settled(SYS_fdatasync, fd); }

static int taken_away(int folder, const char *name, int flags)
{
    char path[PATH_MAX];
    int ours = counts(absolute(folder, name, path));
    int failed = syscall(SYS_unlinkat, folder, name, flags);
    if (ours && !failed && !(flags & AT_REMOVEDIR))
        note('U', path, "", 0, "", 0);
    return failed;
}

int unlink(const char *name) { return taken_away(AT_FDCWD, name, 0); }
int unlinkat(int folder, const char *name, int flags) { return taken_away(folder, name, flags); }
int remove(const char *name) { return taken_away(AT_FDCWD, name, 0); }
int rmdir(const char *name) { return taken_away(AT_FDCWD, name, AT_REMOVEDIR); }

static int moved(char kind, int call, int from_folder, const char *from, int to_folder, const char *to, int flags)
{
    char path[PATH_MAX], second[PATH_MAX];
    absolute(from_folder, from, path);
    int ours = counts(absolute(to_folder, to, second));
    int failed = syscall(call, from_folder, from, to_folder, to, flags);
    if (ours && !failed)
        note(kind, path, second, 0, "", 0);
    return failed;
}

int rename(const char *from, const char *to)
{
    return moved('R', SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}
int renameat(int from_folder, const char *from, int to_folder, const char *to)
{
    return moved('R', SYS_renameat2, from_folder, from, to_folder, to, 0);
}
int link(const char *from, const char *to) { return moved('L', SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0); }
int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags)
{
    return moved('L', SYS_linkat, from_folder, from, to_folder, to, flags);
}

int mkdir(const char *name, mode_t mode)
{
    char path[PATH_MAX];
    counts(absolute(AT_FDCWD, name, path));
    return syscall(SYS_mkdirat, AT_FDCWD, name, mode);
}

/* Copies within the kernel would pass us by: while armed there are none, and programs write the bytes themselves. */

ssize_t sendfile64(int to, int from, off64_t *place, size_t size)
{
    ssize_t (*go)(int, int, off64_t *, size_t) = real("sendfile64");
    return root_size ? (errno = ENOSYS, -1) : go(to, from, place, size);
}

ssize_t sendfile(int to, int from, off_t *place, size_t size) { return sendfile64(to, from, (off64_t *)place, size); }

ssize_t copy_file_range(int from, off64_t *at, int to, off64_t *place, size_t size, unsigned flags)
{
    ssize_t (*go)(int, off64_t *, int, off64_t *, size_t, unsigned) = real("copy_file_range");
    return root_size ? (errno = ENOSYS, -1) : go(from, at, to, place, size, flags);
}
