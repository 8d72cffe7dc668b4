/* SPDX-License-Identifier: MIT */
/* gen_lexicon DIR OUT - compile the data folder DIR to the image OUT; runs at build time. */
#include "compile/compile.h"

#include <stdio.h>

static void print(void *context, const char *line)
{
    (void)context;
    fprintf(stderr, "data/%s\n", line);
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fprintf(stderr, "usage: gen_lexicon DIR OUT\n");
        return 2;
    }
    rs_image_bytes image = {0};
    rs_error error = {0};
    rs_status status = rs_compile_dir(&image, NULL, argv[1], print, NULL, &error);
    if (status) {
        fprintf(stderr, "gen_lexicon: %s\n", error.text);
        return rs_status_exit(status);
    }
    FILE *out = fopen(argv[2], "wb");
    bool written = out && fwrite(image.at, 1, image.n, out) == image.n;
    if (out && fclose(out) != 0) written = false;
    rs_vec_free(&rs_alloc_default, &image);
    if (!written) fprintf(stderr, "gen_lexicon: cannot write '%s'\n", argv[2]);
    return written ? 0 : 4;
}
