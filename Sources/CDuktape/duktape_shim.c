#include "duktape_shim.h"

#include <duktape.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

/// What a request costs besides its bytes, so that a million small ones are not free.
enum { REQUEST_CHARGE = 256 };

struct unroller_engine {
  duk_context *heap;
  unroller_engine_limits limits;
  size_t alive;
  uint64_t asked, may_ask;
  int was_refused;   ///< Some request of this job was refused, for either limit.
  int is_dead;       ///< The engine gave up on itself and must not be entered again.
  jmp_buf emergency; ///< Where a dying engine lands, set on every entry.
  uint8_t *answer;   ///< A copy outside the engine's memory.
};

// MARK: - Memory

/// Stands before every block, because the engine does not say how large a block was.
typedef union {
  size_t size;
  max_align_t alignment;
} block_header;

/// Running out of `asked` is for good, so that the script ends; of `alive` it is not, because the
/// engine collects its garbage and asks again.
static int grant(unroller_engine *engine, size_t size, size_t freed) {
  engine->asked += (uint64_t)size + REQUEST_CHARGE;
  if (engine->asked > engine->may_ask || size > SIZE_MAX - sizeof(block_header) ||
      size > engine->limits.alive || engine->alive - freed > engine->limits.alive - size) {
    engine->was_refused = 1;
    return 0;
  }
  return 1;
}

static void *reallocate(void *context, void *block, duk_size_t size) {
  unroller_engine *engine = context;
  block_header *header = block ? (block_header *)block - 1 : NULL;
  size_t freed = header ? header->size : 0;
  if (size == 0) {
    free(header);
    engine->alive -= freed;
    return NULL;
  }
  // The engine takes it for granted that a block can shrink, and loses its table of strings if not.
  int shrinks = header && size <= freed;
  if (!grant(engine, size, freed) && !shrinks) return NULL;
  block_header *grown = realloc(header, sizeof(block_header) + size);
  if (!grown && shrinks) return block;
  if (!grown) return NULL;
  grown->size = size;
  engine->alive += size - freed;
  return grown + 1;
}

static void *allocate(void *context, duk_size_t size) { return reallocate(context, NULL, size); }

static void release(void *context, void *block) { reallocate(context, block, 0); }

// MARK: - Life

static void die(void *context, const char *message) {
  unroller_engine *engine = context;
  (void)message;
  engine->is_dead = 1;
  longjmp(engine->emergency, 1);
}

unroller_engine *unroller_engine_open(unroller_engine_limits limits) {
  unroller_engine *engine = calloc(1, sizeof *engine);
  if (!engine) return NULL;
  engine->limits = limits;
  engine->may_ask = UINT64_MAX;
  if (setjmp(engine->emergency) == 0)
    engine->heap = duk_create_heap(allocate, reallocate, release, engine, die);
  if (engine->heap && !engine->is_dead) return engine;
  free(engine);
  return NULL;
}

void unroller_engine_close(unroller_engine *engine) {
  // A dead engine cannot be asked to take itself apart; its memory is lost.
  engine->may_ask = UINT64_MAX;
  if (!engine->is_dead && setjmp(engine->emergency) == 0) duk_destroy_heap(engine->heap);
  free(engine->answer);
  free(engine);
}

uint64_t unroller_engine_asked(const unroller_engine *engine) { return engine->asked; }

// MARK: - Jobs

typedef struct {
  const char *function; ///< NULL for a script.
  const unroller_engine_text *texts;
  size_t text_count;
} job;

/// Pushes the answer. Every error in here ends in `duk_safe_call`.
static duk_ret_t perform(duk_context *heap, void *context) {
  const job *work = context;
  const unroller_engine_text *texts = work->texts;
  if (!work->function) {
    duk_eval_lstring(heap, (const char *)texts->bytes, texts->count);
    duk_push_literal(heap, "");
    return 1;
  }
  duk_require_stack(heap, (duk_idx_t)work->text_count + 1);
  duk_get_global_string(heap, work->function);
  for (size_t i = 0; i < work->text_count; i++)
    duk_push_lstring(heap, (const char *)texts[i].bytes, texts[i].count);
  duk_call(heap, (duk_idx_t)work->text_count);
  duk_require_string(heap, -1);
  return 1;
}

/// Makes a text of the error on the stack.
static duk_ret_t describe(duk_context *heap, void *context) {
  (void)context;
  duk_to_string(heap, -1);
  return 1;
}

/// Copies the text on the stack, because a job's limits end with the job.
static void keep_answer(unroller_engine *engine, unroller_engine_text *answer) {
  size_t count = 0;
  const char *text = duk_get_lstring(engine->heap, -1, &count);
  free(engine->answer);
  engine->answer = text ? malloc(count + 1) : NULL;
  if (engine->answer) memcpy(engine->answer, text, count);
  *answer = (unroller_engine_text){engine->answer, engine->answer ? count : 0};
}

static unroller_engine_outcome run(
    unroller_engine *engine, job *work, uint64_t may_ask, unroller_engine_text *answer) {
  *answer = (unroller_engine_text){NULL, 0};
  if (engine->is_dead) return unroller_engine_exhausted;
  engine->asked = 0;
  engine->may_ask = may_ask;
  engine->was_refused = 0;
  if (setjmp(engine->emergency)) return unroller_engine_exhausted;
  duk_context *heap = engine->heap;
  int has_failed = duk_safe_call(heap, perform, work, 0, 1) != DUK_EXEC_SUCCESS;
  engine->may_ask = UINT64_MAX;
  if (has_failed && engine->was_refused) return unroller_engine_exhausted;
  if (has_failed) duk_safe_call(heap, describe, NULL, 1, 1);
  keep_answer(engine, answer);
  duk_set_top(heap, 0);
  return has_failed ? unroller_engine_failed : unroller_engine_done;
}

unroller_engine_outcome unroller_engine_run(
    unroller_engine *engine, unroller_engine_text script, unroller_engine_text *answer) {
  job work = {NULL, &script, 1};
  return run(engine, &work, UINT64_MAX, answer);
}

unroller_engine_outcome unroller_engine_call(
    unroller_engine *engine, const char *function, const unroller_engine_text *arguments,
    size_t argument_count, unroller_engine_text *answer) {
  job work = {function, arguments, argument_count};
  return run(engine, &work, engine->limits.asked, answer);
}
