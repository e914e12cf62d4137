/* segue-cli.h - what the commands of segue-cli share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "core/segue-layout.h"
#include "core/segue-plan.h"

G_BEGIN_DECLS

/* The exit statuses are part of the interface. */
enum
{
  SEGUE_CLI_DONE = 0,
  SEGUE_CLI_NOT_FEASIBLE = 1,
  SEGUE_CLI_BAD = 2,
};

/* A bit for each option that only some commands take. */
typedef enum
{
  SEGUE_CLI_TAKES_NOW     = 1 << 0,
  SEGUE_CLI_TAKES_FORMAT  = 1 << 1,
  SEGUE_CLI_TAKES_RANGE   = 1 << 2,
  SEGUE_CLI_TAKES_SAMPLES = 1 << 3,
  SEGUE_CLI_TAKES_AS_OF   = 1 << 4,
} SegueCliTakes;

/* What was said on the command line. */
typedef struct
{
  char *db;         /* NULL: the person's own database */
  SegueDay now;     /* or SEGUE_DAY_NONE */
  gboolean json;
  gboolean help;
  gboolean version;
  char *format;
  SegueDay from;
  SegueDay until;
  SegueDay as_of;
  gint n_samples;
  gint64 seed;
  GStrv arguments;  /* behind the name of the command */
  guint n_arguments;
  SegueCliTakes given;
} SegueCli;

typedef struct
{
  const char *name;
  const char *arguments; /* as they stand in the usage line, N_(); or NULL */
  const char *summary;   /* one line, N_() */
  const char *details;   /* N_() */
  guint least, most;     /* how many arguments */
  SegueCliTakes takes;
  int (*run) (SegueCli *cli, GError **error); /* exit status; 2 with @error set */
} SegueCliCommand;

extern const SegueCliCommand segue_cli_import;
extern const SegueCliCommand segue_cli_export;
extern const SegueCliCommand segue_cli_list;
extern const SegueCliCommand segue_cli_check;
extern const SegueCliCommand segue_cli_schedule;
extern const SegueCliCommand segue_cli_why;
extern const SegueCliCommand segue_cli_explore;
extern const SegueCliCommand segue_cli_risk;
extern const SegueCliCommand segue_cli_grants;

/* segue-cli-options.c */
const SegueCliCommand *segue_cli_parse (SegueCli *cli, const SegueCliCommand *const *commands,
                                        GStrv argv, GError **error);
void                   segue_cli_clear (SegueCli *cli);
char                  *segue_cli_dup_help (const SegueCliCommand *command, const SegueCliCommand *const *commands);

/* segue-cli-plan.c */
gboolean     segue_cli_names_file  (SegueCli *cli, const char *argument);
SeguePlan   *segue_cli_load_plan   (SegueCli *cli, const char *argument, GError **error);
SegueLayout *segue_cli_lay_out     (SegueCli *cli, SeguePlan *plan, SegueSolveFlags flags);
int          segue_cli_find_step   (SegueLayout *layout, const char *argument, GError **error);
SegueDay     segue_cli_today       (void);

/* segue-cli-table.c */
char        *segue_cli_tame        (const char *text);
void         segue_cli_print       (const char *text);
void         segue_cli_print_line  (const char *format, ...) G_GNUC_PRINTF (1, 2);
void         segue_cli_print_title (const char *text);
void         segue_cli_print_table (GPtrArray *rows, const char *indent);
void         segue_cli_add_row     (GPtrArray *rows, ...) G_GNUC_NULL_TERMINATED; /* (transfer full) */

G_END_DECLS
