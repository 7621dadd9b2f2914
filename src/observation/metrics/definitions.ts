/** One metric as it is given out; `docs/metrics.md` is written from these. */
export interface MetricDefinition {
  readonly type: "counter" | "gauge" | "histogram";
  /** Its meaning, as a sentence for operators. */
  readonly help: string;
  /** Names of its labels. */
  readonly labels: readonly string[];
}

/** Every metric by its name. Series of a metric with labels appear when there is something to tell. */
export const metricDefinitions = {
  tributary_operations_total: {
    type: "counter",
    help: "Operations that were answered, by client, by name if it is a known one, and by outcome: ok, partial, failed, or refused before they were run.",
    labels: ["client", "operation", "outcome"],
  },
  tributary_operation_duration_seconds: {
    type: "histogram",
    help: "Time from the body of its request to its answer, files included.",
    labels: ["operation"],
  },
  tributary_operation_errors_total: {
    type: "counter",
    help: "Errors in answers, by code.",
    labels: ["code"],
  },
  tributary_operations_in_flight: {
    type: "gauge",
    help: "Operations that are being run, of which MAX_IN_FLIGHT bounds the number.",
    labels: [],
  },
  tributary_refused_requests_total: {
    type: "counter",
    help: "Requests that were refused before they became operations, by reason, those that Node refuses included; overloaded are those that were shed.",
    labels: ["reason"],
  },
  tributary_upstream_calls_total: {
    type: "counter",
    help: "Requests sent to systems, by status of HTTP and by cause: why the connection failed, or the code of the error. A call that was given up with its operation has neither.",
    labels: ["system", "route", "status", "cause"],
  },
  tributary_upstream_call_seconds_total: {
    type: "counter",
    help: "Time spent on these requests.",
    labels: ["system", "route", "status", "cause"],
  },
  tributary_upstream_call_duration_seconds: {
    type: "histogram",
    help: "Time from sending a request to the end of its answer.",
    labels: ["system"],
  },
  tributary_upstream_failing: {
    type: "gauge",
    help: "1 if the last call to the system failed, or its breaker is open.",
    labels: ["system"],
  },
  tributary_upstream_breaker_open: {
    type: "gauge",
    help: "1 while calls are refused, since the system has not been answering.",
    labels: ["system"],
  },
  tributary_upstream_budget_left_calls: {
    type: "gauge",
    help: "Calls that could be sent at once without going over the documented rate limit.",
    labels: ["system"],
  },
  tributary_upstream_calls_waiting: {
    type: "gauge",
    help: "Calls that wait for the rate limit.",
    labels: ["system"],
  },
  tributary_upstream_budget_wait_seconds_total: {
    type: "counter",
    help: "Time that calls have waited for the rate limit.",
    labels: ["system"],
  },
  tributary_cache_bytes: {
    type: "gauge",
    help: "Bytes of memory in each store: the reads of a system by its name, answers, documents, persisted_queries, idempotency_keys.",
    labels: ["store"],
  },
  tributary_cache_entries: {
    type: "gauge",
    help: "Entries of each store.",
    labels: ["store"],
  },
  tributary_cache_requests_total: {
    type: "counter",
    help: "Uses of each store, by result: hit, miss, or shared with an equal one under way.",
    labels: ["store", "result"],
  },
  tributary_ready: {
    type: "gauge",
    help: "1 while it takes work, 0 while it drains.",
    labels: [],
  },
  tributary_dropped_lines_total: {
    type: "counter",
    help: "Lines that could not be written, by output: log, whose lines are lost, and audit, whose lines stand in the log instead.",
    labels: ["output"],
  },
  tributary_event_loop_delay_seconds: {
    type: "gauge",
    help: "Delay of the event loop since the scrape before; the quantile 1 is the longest.",
    labels: ["quantile"],
  },
  tributary_gc_seconds_total: {
    type: "counter",
    help: "Time spent on garbage collection, by kind.",
    labels: ["kind"],
  },
  nodejs_heap_size_used_bytes: { type: "gauge", help: "Heap of V8 that is in use.", labels: [] },
  nodejs_heap_size_limit_bytes: { type: "gauge", help: "Most that the heap of V8 may take.", labels: [] },
  nodejs_external_memory_bytes: {
    type: "gauge",
    help: "Memory of buffers, outside of the heap.",
    labels: [],
  },
  process_resident_memory_bytes: { type: "gauge", help: "Memory of the process.", labels: [] },
  process_cpu_seconds_total: { type: "counter", help: "CPU time of the process.", labels: [] },
  process_start_time_seconds: { type: "gauge", help: "Start of the process, in Unix seconds.", labels: [] },
} as const satisfies Readonly<Record<string, MetricDefinition>>;

/** The name of a metric. */
export type MetricName = keyof typeof metricDefinitions;

/** The names of metrics of one type. */
export type NameOf<Type extends MetricDefinition["type"]> = {
  [Name in MetricName]: (typeof metricDefinitions)[Name]["type"] extends Type ? Name : never;
}[MetricName];

/** Values of the labels of a metric. */
export type LabelsOf<Name extends MetricName> = Readonly<
  Record<(typeof metricDefinitions)[Name]["labels"][number], string>
>;
