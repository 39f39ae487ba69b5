#ifndef ROPA_CPLATFORM_H
#define ROPA_CPLATFORM_H

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

#endif
