// dl_iterate_phdr is shown by glibc only on request.
#define _GNU_SOURCE

#include "CPlatform.h"

#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

#if defined(__linux__)
#include <link.h>
#elif defined(__APPLE__)
#include <mach-o/dyld.h>
#include <mach-o/loader.h>
#endif

struct receiver {
  void (*add)(const void *bytes, size_t count, void *context);
  void *context;
  int has_program;
};

/// Adds what tells a file on disk from another one of the same name; 0 where there is no file.
static int add_file(const struct receiver *receiver, const char *path) {
  struct stat status;
  if (stat(path, &status) != 0) {
    return 0;
  }
#if defined(__APPLE__)
  struct timespec changed = status.st_mtimespec;
#else
  struct timespec changed = status.st_mtim;
#endif
  int64_t numbers[] = {(int64_t)status.st_ino, (int64_t)status.st_size, (int64_t)changed.tv_sec, (int64_t)changed.tv_nsec};
  receiver->add(path, strlen(path), receiver->context);
  receiver->add(numbers, sizeof numbers, receiver->context);
  return 1;
}

#if defined(__linux__)

static int add_object(struct dl_phdr_info *object, size_t size, void *context) {
  (void)size;
  struct receiver *receiver = context;
  // The program itself comes first, without a name.
  int is_program = object->dlpi_name == NULL || object->dlpi_name[0] == 0;
  int is_file = add_file(receiver, is_program ? "/proc/self/exe" : object->dlpi_name);
  receiver->has_program |= is_program && is_file;
  for (int index = 0; index < object->dlpi_phnum; index++) {
    const ElfW(Phdr) *header = &object->dlpi_phdr[index];
    // The linker's build id is a note. That of the kernel's own object has no file and says nothing of ours.
    if (is_file && header->p_type == PT_NOTE) {
      receiver->add((const void *)(object->dlpi_addr + header->p_vaddr), header->p_filesz, receiver->context);
    }
  }
  return 0;
}

int ropa_identify_program(void (*add)(const void *bytes, size_t count, void *context), void *context) {
  struct receiver receiver = {add, context, 0};
  dl_iterate_phdr(add_object, &receiver);
  return receiver.has_program;
}

#elif defined(__APPLE__)

int ropa_identify_program(void (*add)(const void *bytes, size_t count, void *context), void *context) {
  struct receiver receiver = {add, context, 0};
  for (uint32_t image = 0; image < _dyld_image_count(); image++) {
    const struct mach_header_64 *header = (const struct mach_header_64 *)_dyld_get_image_header(image);
    const char *path = _dyld_get_image_name(image);
    if (header == NULL || header->magic != MH_MAGIC_64) {
      continue;
    }
    // Libraries of the system are in no file; their identifiers change with the system.
    int is_file = path != NULL && add_file(&receiver, path);
    receiver.has_program |= is_file && header->filetype == MH_EXECUTE;
    const struct load_command *command = (const struct load_command *)(header + 1);
    for (uint32_t index = 0; index < header->ncmds; index++) {
      if (command->cmd == LC_UUID) {
        add(((const struct uuid_command *)command)->uuid, 16, context);
      }
      command = (const struct load_command *)((const char *)command + command->cmdsize);
    }
  }
  return receiver.has_program;
}

#else
#error "ropa knows how to identify its program on Linux and macOS only"
#endif
