// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_docs.h"

#include <algorithm>
#include <string_view>

#include "base/version.h"

namespace crossfoot {
namespace {

std::string Joined(const std::vector<std::string>& words, std::string_view between) {
  std::string out;
  for (const std::string& word : words) {
    out += (out.empty() ? std::string() : std::string(between)) + word;
  }
  return out;
}

std::string CommandNames(const ProgramDescription& program) {
  std::vector<std::string> names;
  for (const CommandDescription& command : program.commands) {
    names.push_back(command.name);
  }
  return Joined(names, " ");
}

std::string OptionNames(const CommandDescription& command) {
  std::vector<std::string> names;
  for (const OptionDescription& option : command.options) {
    names.insert(names.end(), option.names.begin(), option.names.end());
  }
  return Joined(names, " ");
}

// Within '…' of a shell.
std::string Quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    out += c == '\'' ? "'\\''" : std::string(1, c);
  }
  return out + "'";
}

// In zsh's _arguments, brackets and colons have a meaning.
std::string ZshText(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':') {
      out += '\\';
    }
    out += c;
  }
  return out;
}

std::string ZshArgument(const OptionDescription& option) {
  const std::string action =
      option.choices.empty() ? "_files" : "(" + Joined(option.choices, " ") + ")";
  if (option.positional) {
    return Quoted("*:" + ZshText(option.value) + ":_files") + " ";
  }
  std::string out;
  for (const std::string& name : option.names) {
    out += Quoted(name + "[" + ZshText(option.help) + "]" +
                  (option.takes_value ? ":" + ZshText(option.value) + ":" + action : "")) +
           " ";
  }
  return out;
}

// Of man(7): a line that begins with a dot or a quotation mark would be a macro, a backslash an
// escape, a hyphen a typographic one.
std::string Roff(std::string_view text) {
  std::string out;
  bool begins = true;
  for (const char c : text) {
    if (begins && (c == '.' || c == '\'')) {
      out += "\\&";
    }
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
    begins = c == '\n';
  }
  return out;
}

std::string RoffOption(const OptionDescription& option) {
  std::string out = ".TP\n";
  if (option.positional) {
    out += "\\fI" + Roff(option.value) + "\\fR";
  } else {
    std::vector<std::string> names;
    for (const std::string& name : option.names) {
      names.push_back("\\fB" + Roff(name) + "\\fR");
    }
    out += Joined(names, ", ");
    if (option.takes_value && !option.value.empty()) {
      out += " \\fI" + Roff(option.value) + "\\fR";
    }
  }
  return out + "\n" + Roff(option.help) + (option.required ? " (required)" : "") + "\n";
}

}  // namespace

std::string BashCompletion(const ProgramDescription& program) {
  std::string out =
      "# bash completion for crossfoot; made by `crossfoot completion bash`\n"
      "_crossfoot() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
      "    COMPREPLY=($(compgen -W " +
      Quoted(CommandNames(program) + " --help --version") +
      " -- \"$word\"))\n"
      "    return\n"
      "  fi\n"
      "  case ${COMP_WORDS[1]} in\n";
  for (const CommandDescription& command : program.commands) {
    out += "  " + command.name + ")\n    case $before in\n";
    for (const OptionDescription& option : command.options) {
      if (!option.choices.empty() && !option.names.empty()) {
        out += "    " + Joined(option.names, "|") + ") COMPREPLY=($(compgen -W " +
               Quoted(Joined(option.choices, " ")) + " -- \"$word\")); return ;;\n";
      }
    }
    out += "    esac\n    words=" + Quoted(OptionNames(command)) + "\n    ;;\n";
  }
  return out +
         "  esac\n"
         "  case $word in\n"
         "  -*) COMPREPLY=($(compgen -W \"$words\" -- \"$word\")) ;;\n"
         "  *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n"
         "  esac\n"
         "}\n"
         "complete -o filenames -F _crossfoot crossfoot\n";
}

std::string ZshCompletion(const ProgramDescription& program) {
  std::string out =
      "#compdef crossfoot\n"
      "# zsh completion for crossfoot; made by `crossfoot completion zsh`\n"
      "_crossfoot() {\n"
      "  if (( CURRENT == 2 )); then\n"
      "    local -a commands=(\n";
  for (const CommandDescription& command : program.commands) {
    out += "      " + Quoted(command.name + ":" + ZshText(command.about)) + "\n";
  }
  out +=
      "    )\n"
      "    _describe command commands\n"
      "    return\n"
      "  fi\n"
      "  local command=$words[2]\n"
      "  shift words\n"
      "  (( CURRENT-- ))\n"
      "  case $command in\n";
  for (const CommandDescription& command : program.commands) {
    out += "  " + command.name + ") _arguments ";
    for (const OptionDescription& option : command.options) {
      out += ZshArgument(option);
    }
    out += ";;\n";
  }
  return out + "  esac\n}\n_crossfoot \"$@\"\n";
}

std::string FishCompletion(const ProgramDescription& program) {
  std::string out = "# fish completion for crossfoot; made by `crossfoot completion fish`\n";
  for (const CommandDescription& command : program.commands) {
    out += "complete -c crossfoot -n __fish_use_subcommand -f -a " + command.name + " -d " +
           Quoted(command.about) + "\n";
    for (const OptionDescription& option : command.options) {
      if (option.positional) {
        continue;
      }
      out += "complete -c crossfoot -n '__fish_seen_subcommand_from " + command.name + "'";
      for (const std::string& name : option.names) {
        out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      }
      if (!option.choices.empty()) {
        out += " -x -a " + Quoted(Joined(option.choices, " "));
      } else if (option.takes_value) {
        out += " -r";
      }
      out += " -d " + Quoted(option.help) + "\n";
    }
  }
  return out;
}

std::string ManPage(const ProgramDescription& program) {
  std::string out =
      ".\\\" Made from the commands' definitions by `crossfoot completion man`.\n"
      ".TH CROSSFOOT 1 \"\" \"crossfoot " +
      std::string(kVersion) +
      "\" \"User Commands\"\n"
      ".SH NAME\n"
      "crossfoot \\- check whether a published report agrees with itself\n"
      ".SH SYNOPSIS\n"
      ".B crossfoot\n"
      "\\fICOMMAND\\fR [\\fIOPTION\\fR]... [\\fIARGUMENT\\fR]...\n"
      ".SH DESCRIPTION\n" +
      Roff(program.about) + "\n.SH COMMANDS\n";
  for (const CommandDescription& command : program.commands) {
    out += ".SS crossfoot " + Roff(command.name) + "\n" + Roff(command.about) + ".\n";
    for (const OptionDescription& option : command.options) {
      out += RoffOption(option);
    }
  }
  return out + ".SH NOTES\n.nf\n" + Roff(program.footer) + "\n.fi\n";
}

}  // namespace crossfoot
