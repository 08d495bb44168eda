# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Completes each line of standard input, TAB included, as an interactive bash would: prints the offers of a line on one
# line, parted by blanks. Usage: bash complete.bash COMPLETION-FILE

. /usr/share/bash-completion/bash_completion || exit
. "$1" || exit
# Only readline itself can set it.
compopt () { :; }

# Words as readline parts them: at blanks, and around = and :
words_of () # LINE
{
  local line=$1 word=""
  COMP_WORDS=()
  while [ -n "$line" ]; do
    case ${line:0:1} in
    ' ') [ -z "$word" ] || COMP_WORDS+=("$word"); word="" ;;
    [=:])
      [ -z "$word" ] || COMP_WORDS+=("$word")
      COMP_WORDS+=("${line:0:1}")
      word="" ;;
    *) word+=${line:0:1} ;;
    esac
    line=${line:1}
  done
  COMP_WORDS+=("$word")
}

while IFS= read -r COMP_LINE; do
  words_of "$COMP_LINE"
  COMP_POINT=${#COMP_LINE}
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  COMPREPLY=()
  _tenkenctl
  echo "${COMPREPLY[*]}"
done
