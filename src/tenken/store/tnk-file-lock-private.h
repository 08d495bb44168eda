/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/* As fcntl (), but a lock belongs to the file as it was opened, and not to the process: a process that has the same file
 * open twice keeps its locks when it closes one. GTK's file dialog does that with every file that it shows, in order to
 * learn what it is; SQLite's locks would be gone, and the next program to close the store would take the log with what
 * was just committed away from under us. */
int tnk_file_lock (int fd, int command, ...);
