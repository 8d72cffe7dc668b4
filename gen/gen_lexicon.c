/* SPDX-License-Identifier: MIT */
/* gen_lexicon DIR IMAGE HEADER - compile the data folder DIR to IMAGE and its digest to HEADER; runs at build time. */
#include "compile/compile.h"
#include "lexicon/lexicon.h"

#include <stdio.h>

static void print(void *context, const char *line)
{
    (void)context;
    fprintf(stderr, "data/%s\n", line);
}

static bool write_file(const char *path, const char *bytes, size_t n)
{
    FILE *out = fopen(path, "wb");
    bool written = out && fwrite(bytes, 1, n, out) == n;
    if (out && fclose(out) != 0) written = false;
    if (!written) fprintf(stderr, "gen_lexicon: cannot write '%s'\n", path);
    return written;
}

/* The digest as a header: what includes the image is compiled anew when the data change. */
static bool write_digest(const char *path, const rs_image_bytes *image)
{
    rs_image_header header;
    char text[80];
    memcpy(&header, image->at, sizeof header);
    int n = snprintf(text, sizeof text, "#define RASAD_LEXICON_DIGEST \"%.12s\"\n", header.digest);
    return write_file(path, text, (size_t)n);
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        fprintf(stderr, "usage: gen_lexicon DIR IMAGE HEADER\n");
        return 2;
    }
    rs_image_bytes image = {0};
    rs_error error = {0};
    rs_status status = rs_compile_dir(&image, NULL, NULL, argv[1], print, NULL, &error);
    if (status) {
        fprintf(stderr, "gen_lexicon: %s\n", error.text);
        return rs_status_exit(status);
    }
    bool written = write_file(argv[2], image.at, image.n) && write_digest(argv[3], &image);
    rs_vec_free(&rs_alloc_default, &image);
    return written ? 0 : 4;
}
