# segue-cli.bash - completion of segue-cli in bash
#
# SPDX-License-Identifier: GPL-3.0-or-later

_segue_cli ()
{
  local cur prev words cword command word i
  local commands='import export list check schedule why explore risk grants'
  local options='--db --json --help --version'

  _get_comp_words_by_ref -n = cur prev words cword
  for ((i = 1; i < cword; i++)); do
    word=${words[i]}
    case $word in
      --db | --now | --format | --as-of | --from | --until | --samples | --seed) ((i++)) ;;
      -*) ;;
      *) [[ $command ]] || command=$word ;;
    esac
  done

  case $prev in
    --db) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$cur"); return ;;
    --samples | --seed) return ;;
    --format) mapfile -t COMPREPLY < <(compgen -W 'json' -- "$cur"); return ;;
    --now | --as-of | --from | --until) mapfile -t COMPREPLY < <(compgen -W "$(date +%F)" -- "$cur"); return ;;
  esac
  case $command in
    schedule) options+=' --now' ;;
    why) options+=' --now' ;;
    explore) options+=' --now --from --until' ;;
    risk) options+=' --now --samples --seed' ;;
    grants) options+=' --now --as-of' ;;
    export) options+=' --format' ;;
  esac
  if [[ $cur == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$cur")
  elif [[ -z $command ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$cur")
  elif [[ $command != list ]]; then
    compopt -o filenames
    mapfile -t COMPREPLY < <(compgen -d -- "$cur"; compgen -f -X '!*.json' -- "$cur")
  fi
}

complete -F _segue_cli segue-cli
