/* SPDX-License-Identifier: MIT */
/* rasad explain: how each document of a file was read, as the library tells it, line by line. */
#include "cli/cli.h"

#include <stdio.h>

static void put_line(void *context, rs_str line)
{
    if (!cli_output_write(context, line.p, line.n)) (void)cli_output_write(context, "\n", 1);
}

static int explain_document(rs_coder *coder, const rs_document *found, const cli_options *options, cli_output *output)
{
    rs_error error;
    char heading[256];
    rs_document document = *found;
    if (!document.published) document.published = options->published;
    int n = snprintf(heading, sizeof heading, "document %.*s", (int)(document.id.n < 200 ? document.id.n : 200),
                     document.id.p);
    put_line(output, (rs_str){heading, (size_t)n});
    return rs_coder_explain(coder, &document, put_line, output, &error) ? cli_report(&error) : 0;
}

static int explain_file(rs_coder *coder, const char *path, const cli_options *options, cli_output *output)
{
    rs_error error;
    rs_reader *reader;
    int done = 0;
    if (rs_reader_open(&reader, path, NULL, &error)) return cli_report(&error);
    while (!output->failed) {
        const rs_document *document;
        rs_status status = rs_reader_next(reader, &document, &error);
        if (status == RS_NO) break;
        done = cli_worse(done, status ? cli_report(&error) : explain_document(coder, document, options, output));
    }
    rs_reader_close(reader);
    return done;
}

static int explain_with(const cli_options *options, const rs_lexicon *lexicon)
{
    rs_error error;
    rs_coder *coder;
    cli_output output;
    if (!cli_output_open(&output, NULL)) return rs_status_exit(RS_E_SYSTEM);
    if (rs_coder_new(&coder, lexicon, NULL, &error)) return cli_report(&error);
    int done = explain_file(coder, options->n_operand ? options->operand[0] : "-", options, &output);
    rs_coder_free(coder);
    return cli_output_close(&output) ? done : rs_status_exit(RS_E_SYSTEM);
}

int cmd_explain(const cli_options *options)
{
    rs_error error;
    rs_lexicon *lexicon;
    if (cli_lexicon_open(&lexicon, options->lexicon, &error)) return cli_report(&error);
    int done = explain_with(options, lexicon);
    rs_lexicon_close(lexicon);
    return done;
}
