/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-file-lock-private.h"

#include <fcntl.h>
#include <stdarg.h>

static int
find_command (int command)
{
  switch (command) {
  case F_SETLK:
    return F_OFD_SETLK;
  case F_SETLKW:
    return F_OFD_SETLKW;
  case F_GETLK:
    return F_OFD_GETLK;
  default:
    return command;
  }
}

int
tnk_file_lock (int fd,
               int command,
               ...)
{
  int owned = find_command (command);
  void *argument;
  va_list args;

  va_start (args, command);
  argument = va_arg (args, void *);
  va_end (args);
  if (owned != command)
    ((struct flock *) argument)->l_pid = 0; /* the kernel takes nothing else here */
  return fcntl (fd, owned, argument);
}
