/* main.c: the program: a verb works without a display, anything else opens the window
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
int
main (int argc, char *argv[])
{
  return 0;
}
