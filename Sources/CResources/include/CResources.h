#ifndef ROPA_CRESOURCES_H
#define ROPA_CRESOURCES_H

#include <stddef.h>
#include <stdint.h>

/// How many files are built into the program.
size_t ropa_resource_count(void);

/// The name of a file: `theme/`, `tables/`, `messages/` or `manual/` and the path below it, in UTF-8, ended by a zero byte.
///
/// `index` is below `ropa_resource_count()`, here and in the two functions below; the program stops otherwise.
const char *ropa_resource_name(size_t index);

/// The first byte of a file, valid as long as the program runs. No zero byte ends it.
const uint8_t *ropa_resource_bytes(size_t index);

/// The number of bytes of a file.
size_t ropa_resource_size(size_t index);

#endif
