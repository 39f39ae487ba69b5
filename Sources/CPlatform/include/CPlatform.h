#ifndef ROPA_CPLATFORM_H
#define ROPA_CPLATFORM_H

#include <stddef.h>

/// Exchanges the names of two folders in one step, so that whoever looks sees either both old or both new.
///
/// Each name is relative to the open folder before it. Returns 0, or the error number: EINVAL or ENOSYS where the
/// file system or the kernel cannot exchange.
int ropa_exchange(int first_folder, const char *first, int second_folder, const char *second);

/// Says whether `name` in the open folder is the root of a mounted file system; a link is not followed.
///
/// Returns 1 or 0, or the negated error number.
int ropa_is_mount_point(int folder, const char *name);

/// The width in columns of the terminal behind a descriptor, or 0 where there is none.
int ropa_terminal_columns(int descriptor);

/// Hands over bytes that change when the running program or a library that it has loaded is replaced: the linker's identifiers of
/// their contents, and path, inode, size and time of change of their files.
///
/// Returns 1, or 0 where the program's own file is not found and nothing is sure.
int ropa_identify_program(void (*add)(const void *bytes, size_t count, void *context), void *context);

#endif
