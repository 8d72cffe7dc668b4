/* SPDX-License-Identifier: MIT */
/* rasad eval: the figures of coding annotated documents. */
#include "cli/cli.h"

int cmd_eval(const cli_options *options)
{
    rs_error error;
    rs_lexicon *lexicon;
    cli_output output;
    if (cli_lexicon_open(&lexicon, options->lexicon, &error)) return cli_report(&error);
    int done = rs_status_exit(RS_E_SYSTEM);
    if (cli_output_open(&output, NULL)) {
        const rs_eval_options eval = {.errors = options->errors};
        rs_status status = rs_eval(options->operand[0], lexicon, &eval, cli_output_write, &output, &error);
        done = rs_status_exit(status);
        if (status && !output.failed) done = cli_report(&error);
        if (!cli_output_close(&output)) done = rs_status_exit(RS_E_SYSTEM);
    }
    rs_lexicon_close(lexicon);
    return done;
}
