
# Takes a line apart as the shell does: whole words into sl_words, the one that is being typed into sl_word, as the
# program would get it, and into sl_raw, as it is typed; sl_quote is the quote that is open in it. Variables of the shell
# are read, so ours have names of their own.
_stateline_read() {
  local sl_line="$1" sl_i=0 sl_c sl_name sl_begun=''
  sl_words=() sl_word='' sl_raw='' sl_quote=''
  while ((sl_i < ${#sl_line})); do
    sl_c="${sl_line:$sl_i:1}"
    sl_i=$((sl_i + 1))
    if [ -z "$sl_quote" ] && [[ "$sl_c" == [[:space:]] ]]; then
      if [ -n "$sl_begun" ]; then sl_words+=("$sl_word"); fi
      sl_word='' sl_raw='' sl_begun=''
      continue
    fi
    sl_begun=yes
    sl_raw+="$sl_c"
    if [ -n "$sl_quote" ] && [ "$sl_c" = "$sl_quote" ]; then
      sl_quote=''
    elif [ "$sl_quote" = "'" ]; then
      sl_word+="$sl_c"
    elif [ -z "$sl_quote" ] && { [ "$sl_c" = "'" ] || [ "$sl_c" = '"' ]; }; then
      sl_quote="$sl_c"
    elif [ "$sl_c" = "\\" ]; then
      sl_c="${sl_line:$sl_i:1}"
      sl_i=$((sl_i + 1))
      sl_raw+="$sl_c"
      if [ "$sl_quote" = '"' ] && [[ "$sl_c" != [\"\$\`\\] ]]; then sl_word+="\\"; fi
      sl_word+="$sl_c"
    elif [ "$sl_c" = '~' ] && [ "$sl_raw" = '~' ] && [ "${sl_line:$sl_i:1}" = / ]; then
      sl_word="$HOME"
    elif [ "$sl_c" = '$' ] && [[ "${sl_line:$sl_i:1}" == [A-Za-z_{] ]]; then
      sl_name="${sl_line:$sl_i}"
      if [[ "$sl_name" == '{'*'}'* ]]; then
        sl_name="${sl_name#?}"
        sl_name="${sl_name%%\}*}"
        sl_raw+="{$sl_name}"
        sl_i=$((sl_i + ${#sl_name} + 2))
      else
        sl_name="${sl_name%%[!A-Za-z0-9_]*}"
        sl_raw+="$sl_name"
        sl_i=$((sl_i + ${#sl_name}))
      fi
      case "$sl_name" in
        '' | [0-9]* | *[!A-Za-z0-9_]*) ;;
        *) eval "sl_word+=\"\${$sl_name-}\"" ;;
      esac
    else
      sl_word+="$sl_c"
    fi
  done
}

# Whether an option takes a value, and what it is.
_stateline_value_of() {
  local entry
  for entry in $sl_options; do
    case "$entry" in
      "$1="*)
        sl_expected="${entry#*=}"
        return 0
        ;;
    esac
  done
  return 1
}

# Follows the whole words to the command that they name, and to what may stand in the place of the next.
_stateline_follow() {
  local word option='' rest=''
  sl_path='' sl_database=() sl_simulation='' sl_expected=''
  _stateline_command ''
  for word in "${sl_words[@]:1}"; do
    if [ -n "$option" ]; then
      case "$option" in --db | --config) sl_database+=("$option=$word") ;; esac
      option=''
    elif [ -z "$rest" ] && [ "$word" = -- ]; then
      rest=yes
    elif [ -z "$rest" ] && [[ "$word" == -?* ]]; then
      case "$word" in
        --db=* | --config=*) sl_database+=("$word") ;;
        *=*) ;;
        *) if _stateline_value_of "$word"; then option="$word"; fi ;;
      esac
    elif [[ " $sl_commands " == *" $word "* ]]; then
      # After 'help' stand the words of a command.
      if [ "$word" != help ]; then
        sl_path="${sl_path:+$sl_path }$word"
        _stateline_command "$sl_path"
      fi
    else
      sl_simulation="${sl_simulation:-$word}"
      case "$sl_arguments" in
        *'...') ;;
        *' '*) sl_arguments="${sl_arguments#* }" ;;
        *) sl_arguments='' ;;
      esac
      sl_commands=''
    fi
  done
  sl_expected=''
  if [ -n "$option" ]; then
    sl_commands=''
    _stateline_value_of "$option"
  elif [ -z "$rest" ] && [[ "$sl_word" == -* ]]; then
    sl_commands=''
    sl_expected=OPTION
    if [[ "$sl_word" == *=* ]]; then _stateline_value_of "${sl_word%%=*}" || sl_expected=''; fi
  else
    sl_expected="${sl_arguments%% *}"
    sl_expected="${sl_expected%...}"
  fi
}

# Prints the words that could stand there, each on a line of its own, as the program would get them.
_stateline_candidates() {
  local entry begun="$1" limit=''
  case "$sl_expected" in
    OPTION) for entry in $sl_options; do printf '%s\n' "${entry%%=*}"; done ;;
    *'|'*) printf '%s\n' "$sl_expected" | tr '|' '\n' ;;
    N | N@T | T | CHECKPOINT | SCENARIO)
      if command -v timeout > /dev/null; then limit='timeout --foreground 10'; fi
      $limit "${sl_words[0]}" complete-words "${sl_database[@]}" -- "$sl_expected" "$begun" "$sl_simulation" \
        < /dev/null 2> /dev/null
      ;;
  esac
  for entry in $sl_commands; do printf '%s\n' "$entry"; done
}

# What it reads, as it is typed inside the open quote, or outside of quotes.
_stateline_quoted() {
  case "$sl_quote" in
    # Inside single quotes zsh quotes them by itself.
    "'") if [ -n "${ZSH_VERSION-}" ]; then cat; else sed "s/'/'\\\\''/g"; fi ;;
    '"') sed 's/["$`\\]/\\&/g' ;;
    *) sed 's/[][ !"#$&'\''()*;<>?\\^`{|}]/\\&/g' ;;
  esac
}

# Prints those that begin as the word does, without the part that stays on the line.
_stateline_matches() {
  local sl_candidate sl_option='' sl_before="${sl_raw%"$1"}" sl_plain=''
  if [ "$sl_expected" != OPTION ] && [[ "$sl_word" == --*=* ]]; then sl_option="${sl_word%%=*}="; fi
  # The shell puts a reply in the place of $1 alone, which begins behind a quote, and in bash behind a character as @.
  if [ "$sl_before" != "$sl_raw" ] || [ -z "$1" ]; then
    sl_plain="$(_stateline_read "$sl_before" && printf '%s' "$sl_word")"
  fi
  _stateline_candidates "${sl_word#"$sl_option"}" | while IFS= read -r sl_candidate; do
    sl_candidate="$sl_option$sl_candidate"
    if [[ "$sl_candidate" == "$sl_word"* ]]; then printf '%s\n' "${sl_candidate:${#sl_plain}}"; fi
  done | _stateline_quoted
}

_stateline() {
  local sl_words sl_word sl_raw sl_quote sl_path sl_commands sl_options sl_arguments sl_expected sl_simulation
  local sl_database sl_reply sl_line="${COMP_LINE:0:$COMP_POINT}"
  COMPREPLY=()
  # Variables that are set for this command alone stand before its name.
  while [[ "$sl_line" =~ ^[[:space:]]*[A-Za-z_][A-Za-z0-9_]*=[^[:space:]]*[[:space:]] ]]; do
    sl_line="${sl_line#*[[:space:]]}"
  done
  _stateline_read "$sl_line"
  if [ "${#sl_words[@]}" -eq 0 ]; then return 0; fi
  _stateline_follow
  # The shell completes names of files by itself where nothing is replied.
  case "$sl_expected" in FILE | DIR) return 0 ;; esac
  if command -v compopt > /dev/null; then
    compopt +o default
    case "$sl_expected:$sl_word" in N@T:*@*) ;; N@T:*) compopt -o nospace ;; esac
  fi
  while IFS= read -r sl_reply; do
    COMPREPLY+=("$sl_reply")
  done < <(_stateline_matches "$2")
}

complete -o default -F _stateline stateline
