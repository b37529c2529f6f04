/* What the C library alone would take: reads every Markdown file below a folder, parses it with
 * GitHub's extensions and writes its HTML beside the others. No front matter, templates, links,
 * lists of pages or highlighting; one thread.
 *
 *     floor CONTENT OUT */
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *extensions[] = {"table", "strikethrough", "autolink", "tasklist"};
static const char *content, *out;

static void fail(const char *path) {
  perror(path);
  exit(1);
}

static char *read_file(const char *path, size_t size) {
  FILE *file = fopen(path, "r");
  char *text = malloc(size + 1);
  if (!file || fread(text, 1, size, file) != size) fail(path);
  fclose(file);
  return text;
}

static char *html_of(const char *text, size_t size) {
  cmark_mem *arena = cmark_get_arena_mem_allocator();
  cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_FOOTNOTES, arena);
  for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extensions[i]));
  cmark_parser_feed(parser, text, size);
  cmark_node *document = cmark_parser_finish(parser);
  return cmark_render_html_with_mem(
      document, CMARK_OPT_FOOTNOTES, cmark_parser_get_syntax_extensions(parser), arena);
}

static int visit(const char *path, const struct stat *status, int kind, struct FTW *place) {
  char target[4096];
  size_t length = strlen(path);
  snprintf(target, sizeof target, "%s%s", out, path + strlen(content));
  if (kind == FTW_D) return mkdir(target, 0755) && place->level ? (fail(target), 1) : 0;
  if (length < 3 || strcmp(path + length - 3, ".md")) return 0;
  char *text = read_file(path, status->st_size), *html = html_of(text, status->st_size);
  FILE *file = fopen(target, "w");
  if (!file || fputs(html, file) < 0 || fclose(file)) fail(target);
  free(text);
  cmark_arena_reset();
  return 0;
}

int main(int count, char **arguments) {
  if (count != 3) return fputs("usage: floor CONTENT OUT\n", stderr), 2;
  content = arguments[1];
  out = arguments[2];
  cmark_gfm_core_extensions_ensure_registered();
  return nftw(content, visit, 64, FTW_PHYS) ? 1 : 0;
}
