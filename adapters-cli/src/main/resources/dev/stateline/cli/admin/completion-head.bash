# Completes the words of stateline in bash, and in zsh: source <(stateline completion)
# Nothing of the line is run; only names that the database holds, and scenarios, are asked of the program.

if [ -n "${ZSH_VERSION-}" ]; then
  autoload -U +X compinit && compinit
  autoload -U +X bashcompinit && bashcompinit
fi

