// The floor under any reader that uses poppler-glib: the text of every page of every file, on N processes, and nothing else.
//
//     floor N [--places] < list-of-paths        (--places: with the rectangle of every character)
#include <glib.h>
#include <poppler.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static gsize characters;

static void read_file(const char *path, gboolean places) {
  char *content;
  gsize length;
  if (!g_file_get_contents(path, &content, &length, NULL)) return;
  GBytes *bytes = g_bytes_new_take(content, length);
  PopplerDocument *document = poppler_document_new_from_bytes(bytes, NULL, NULL);
  for (int i = 0; document && i < poppler_document_get_n_pages(document); i++) {
    PopplerPage *page = poppler_document_get_page(document, i);
    if (!page) continue;
    char *text = poppler_page_get_text(page);
    if (text) characters += strlen(text);
    if (places) {
      PopplerRectangle *rectangles;
      guint count;
      if (poppler_page_get_text_layout(page, &rectangles, &count)) g_free(rectangles);
    }
    g_free(text);
    g_object_unref(page);
  }
  if (document) g_object_unref(document);
  g_bytes_unref(bytes);
}

int main(int argc, char **argv) {
  int processes = argc > 1 ? atoi(argv[1]) : 1;
  gboolean places = argc > 2 && !strcmp(argv[2], "--places");
  GPtrArray *paths = g_ptr_array_new();
  char *line = NULL;
  size_t size = 0;
  for (ssize_t count; (count = getline(&line, &size, stdin)) > 0;) {
    if (line[count - 1] == '\n') line[count - 1] = 0;
    g_ptr_array_add(paths, g_strdup(line));
  }
  atomic_uint *next = mmap(NULL, sizeof *next, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (next == MAP_FAILED) return 1;
  if (!freopen("/dev/null", "w", stderr)) return 1;
  for (int i = 0; i < processes; i++) {
    if (fork() != 0) continue;
    for (guint own; (own = atomic_fetch_add(next, 1)) < paths->len;) read_file(paths->pdata[own], places);
    _exit(characters == 0);
  }
  int status, failed = 0;
  while (wait(&status) > 0) failed |= status;
  return failed != 0;
}
