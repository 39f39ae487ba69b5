// statx and renameat2 are shown by glibc only on request.
#define _GNU_SOURCE

#include "CPlatform.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#if defined(__linux__)
#include <linux/fs.h>
#include <linux/stat.h>
#include <sys/syscall.h>
#endif

int ropa_exchange(int first_folder, const char *first, int second_folder, const char *second) {
#if defined(__linux__)
  // By number: musl and glibc before 2.28 have no wrapper.
  long result = syscall(SYS_renameat2, first_folder, first, second_folder, second, RENAME_EXCHANGE);
#elif defined(__APPLE__)
  int result = renameatx_np(first_folder, first, second_folder, second, RENAME_SWAP);
#else
#error "ropa knows how to exchange two folders on Linux and macOS only"
#endif
  return result == 0 ? 0 : errno;
}

int ropa_is_mount_point(int folder, const char *name) {
#if defined(__linux__) && defined(STATX_ATTR_MOUNT_ROOT)
  // The device number alone would miss a bind mount of the same file system.
  struct statx extended;
  if (syscall(SYS_statx, folder, name, AT_SYMLINK_NOFOLLOW, STATX_BASIC_STATS, &extended) == 0 &&
      (extended.stx_attributes_mask & STATX_ATTR_MOUNT_ROOT)) {
    return (extended.stx_attributes & STATX_ATTR_MOUNT_ROOT) ? 1 : 0;
  }
#endif
  struct stat inside, around;
  if (fstatat(folder, name, &inside, AT_SYMLINK_NOFOLLOW) != 0 || fstat(folder, &around) != 0) {
    return -errno;
  }
  return inside.st_dev != around.st_dev ? 1 : 0;
}

int ropa_terminal_columns(int descriptor) {
  struct winsize size;
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}
