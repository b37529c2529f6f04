#ifndef UNROLLER_DUKTAPE_SHIM_H
#define UNROLLER_DUKTAPE_SHIM_H

#include <stddef.h>
#include <stdint.h>

/// Duktape reports errors by longjmp, which must not cross a Swift frame. These functions do whole
/// jobs in C and answer with a text instead. Texts are CESU-8, as the engine keeps them.
///
/// The system's library is built without a time limit, so an engine is held by what every script
/// needs, memory: how much may be alive, and how much one job may ask for. The second bounds the
/// time of a job and, unlike a clock, ends the same job at the same place on every machine.

typedef struct unroller_engine unroller_engine;

typedef struct {
  const uint8_t *bytes;
  size_t count;
} unroller_engine_text;

typedef struct {
  size_t alive;   ///< Bytes that may be in use at one time.
  uint64_t asked; ///< Bytes that one job may ask for, with a fixed charge for each request.
} unroller_engine_limits;

typedef enum {
  unroller_engine_done,      ///< The answer is what the script gave.
  unroller_engine_failed,    ///< The script threw; the answer is what it said.
  unroller_engine_exhausted, ///< The script went over a limit; the engine is of no more use.
} unroller_engine_outcome;

/// An engine without a script, or NULL when the limits or the machine leave no room for one.
unroller_engine *unroller_engine_open(unroller_engine_limits limits);

void unroller_engine_close(unroller_engine *engine);

/// Runs a script; its definitions stay. This job is not held to `asked`.
unroller_engine_outcome unroller_engine_run(
    unroller_engine *engine, unroller_engine_text script, unroller_engine_text *answer);

/// Calls a function of the scripts with texts; it must answer with a text.
///
/// The answer lives until the engine's next job.
unroller_engine_outcome unroller_engine_call(
    unroller_engine *engine, const char *function, const unroller_engine_text *arguments,
    size_t argument_count, unroller_engine_text *answer);

/// What the last job asked for, in the unit of `asked`.
uint64_t unroller_engine_asked(const unroller_engine *engine);

#endif
