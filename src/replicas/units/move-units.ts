import type { Slowdown } from "../../rest/share.ts";
import { script } from "../script.ts";
import type { SharedStore } from "../shared-store.ts";
import type { HolderFacts } from "./unit-holder.ts";
import type { Report, ReportAnswer } from "./unit-report.ts";

/** A limit that units are moved of, and the replica that moves them. */
export interface MoveFacts extends HolderFacts {
  /** Names the replica. */
  readonly replica: string;
  readonly key: string;
  /** Tells replicas that others want units, have given some back, or were refused a call. */
  readonly channel: string;
  /** Whether the replica sends no more calls. @default it goes on */
  readonly leaves?: boolean;
}

/**
 * Moves units of one limit between replicas. A replica reports what it holds and what it wants, both absolute, so that a
 * report that is lost, or answered too late to count, costs nothing; one that comes out of order is refused by its number.
 *
 * KEYS 1 hash of the limit: `epoch`, `run`, `now`, `clock`, `open`, `opensAt`, `called`, `resumesAt`, `pace`, and a field
 *        `@<replica>` each: number, heard of at, held, waits, is confirmed, has left, replicas it expects, since when
 * ARGV 1 replica 2 number of the report 3 units it holds 4 units it wants 5 "1": calls of it wait 6 epoch it knows
 *      7 run of the server 8 ms since it was answered, or -1 9 units of the limit 10 replicas it expects 11 ms until a
 *      silent replica is missing 12 ms until the units are free of one that is missing or has left 13 "1": it leaves
 *      14 ms until calls are sent again after a refusal, or "" 15 pace from then on 16 channel
 *
 * Time (`now`) is that of the server, less jumps ahead of its clock: no more of it passes than has passed for the replica.
 * Another run of the server, or a hash that is gone, is another epoch: what replicas hold is taken as they claim it, and
 * nothing is given until all of them have claimed in that epoch or those that have not are surely down to their equal part.
 */
export const movingScript = script(`
local me, number, held, want = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local waits, knows, run, elapsed = ARGV[5] == '1', ARGV[6], ARGV[7], tonumber(ARGV[8])
local units, expected, missingMs = tonumber(ARGV[9]), tonumber(ARGV[10]), tonumber(ARGV[11])
local reclaimMs, leaves, channel = tonumber(ARGV[12]), ARGV[13] == '1', ARGV[16]
local clock = redis.call('TIME')
clock = clock[1] * 1000 + math.floor(clock[2] / 1000)
local function whole(n) return string.format('%.0f', n) end

local state, replicas = {}, {}
local stored = redis.call('HGETALL', KEYS[1])
for i = 1, #stored, 2 do
  local id = string.match(stored[i], '^@(.+)$')
  if id then
    local n = {}
    for text in string.gmatch(stored[i + 1], '%S+') do n[#n + 1] = tonumber(text) end
    replicas[id] = { number = n[1], at = n[2], held = n[3], waits = n[4] == 1, confirmed = n[5] == 1, left = n[6] == 1, expected = n[7], since = n[8] }
  else
    state[stored[i]] = stored[i + 1]
  end
end
if state.run ~= run then
  redis.call('DEL', KEYS[1])
  state = { epoch = run .. ' ' .. whole(clock), now = 0, clock = clock, opensAt = missingMs + reclaimMs }
  replicas = {}
end
local epoch = state.epoch
local now = state.now + math.min(math.max(0, clock - state.clock), elapsed < 0 and clock or elapsed)

local mine = replicas[me]
replicas[me] = nil
if mine and number <= mine.number then return { epoch, -1 } end
local since = mine and mine.since or now
-- Whatever it held is no longer counted.
if mine and now - mine.at > missingMs + reclaimMs then mine = nil end

local live, present, confirmed, waiting, taken, resting, reserved = leaves and 0 or 1, 1, 0, 0, 0, 0, 0
local settled = now - since > reclaimMs and live or 0
local silent, gone, forgotten = {}, {}, {}
for id, other in pairs(replicas) do
  local silentMs = now - other.at
  if silentMs <= missingMs then present = present + 1 end
  if other.left then
    expected = math.max(expected, other.expected)
    if silentMs > reclaimMs then forgotten[#forgotten + 1] = '@' .. id else reserved = reserved + other.held end
  elseif silentMs > missingMs + reclaimMs then
    gone[#gone + 1] = { id = id, at = other.at }
  elseif silentMs > missingMs then
    expected = math.max(expected, other.expected)
    silent[#silent + 1] = other.held
  else
    expected = math.max(expected, other.expected)
    -- One unit is never given to others.
    local keeps = math.max(other.held, 1)
    live = live + 1
    taken = taken + keeps
    if now - other.since > reclaimMs then settled = settled + 1 end
    if other.confirmed then confirmed = confirmed + 1 end
    if other.waits then waiting = waiting + 1 else resting = resting + keeps end
  end
end
-- A missing replica goes on with its equal part once it is sure that all others know of that. It may have done so until
-- just before another one took its place.
local part = math.floor(units / math.max(expected, live))
table.sort(gone, function(a, b) return a.at > b.at or (a.at == b.at and a.id < b.id) end)
for i, other in ipairs(gone) do
  if i <= expected - settled then silent[#silent + 1] = part else forgotten[#forgotten + 1] = '@' .. other.id end
end
if #forgotten > 0 then redis.call('HDEL', KEYS[1], unpack(forgotten)) end
local missing = math.max(0, expected - present)
table.sort(silent)
for i, still in ipairs(silent) do reserved = reserved + (i <= missing and math.max(still, part) or still) end
reserved = reserved + math.max(0, missing - #silent) * part
local room = units - reserved - taken

local confirms = knows == epoch
if confirms then confirmed = confirmed + 1 end
local isOpen = state.open == '1' or confirmed >= expected or now >= tonumber(state.opensAt)
-- Of what it claims beyond what is known to be its own it gets what nothing else has: it may have been declared dead.
local known = mine and mine.held or (state.open == '1' and 0 or held)
local has = math.max(math.min(held, known), math.min(held, math.max(room, 0)))

local fair = math.max(1, math.ceil((units - reserved - resting) / (waiting + 1)))
local most = units
if waits and waiting > 0 then most = fair end
if has > room then most = math.min(most, math.max(1, math.floor((units - reserved) / math.max(1, live)), room)) end
if isOpen and not leaves and want > 0 and (waits or waiting == 0) then
  local target = waits and has + want or math.min(has + want, part)
  has = math.max(has, math.min(target, most, room))
end
local reach = has
if isOpen then reach = math.max(has, waiting > 0 and fair or units - reserved - (live - 1)) end

local resumesAt, pace = tonumber(state.resumesAt or 0), tonumber(state.pace or 1)
local slows = ARGV[14] ~= '' and (now + ARGV[14] > resumesAt + 50 or (tonumber(ARGV[15]) < pace and now + ARGV[14] > resumesAt - 50))
if slows then resumesAt, pace = math.max(resumesAt, now + ARGV[14]), tonumber(ARGV[15]) end
local called = tonumber(state.called or 0)
local calls = waits and has < reach and has < held + want and now - called >= 20
if calls then called = now end
redis.call('HSET', KEYS[1], 'epoch', epoch, 'run', run, 'now', whole(now), 'clock', whole(clock), 'open', isOpen and 1 or 0,
  'opensAt', state.opensAt, 'called', whole(called), 'resumesAt', whole(resumesAt), 'pace', pace,
  '@' .. me, table.concat({ whole(number), whole(now), whole(has), waits and 1 or 0, confirms and 1 or 0, leaves and 1 or 0, ARGV[10], whole(since) }, ' '))

if slows then
  redis.call('PUBLISH', channel, 'slow ' .. me)
elseif calls then
  redis.call('PUBLISH', channel, 'want ' .. me)
elseif waiting > 0 and mine and has < mine.held and room > has then
  redis.call('PUBLISH', channel, 'free ' .. me)
end
return { epoch, has, most, reach, part, live, waiting, whole(resumesAt - now), tostring(pace) }
`);

/**
 * Reports to the other replicas what one holds.
 * @param slowdown after a refusal of a call, if one holds.
 * @returns undefined for a report that came after a later one.
 * @throws StoreAway
 */
export async function moveUnits(
  store: SharedStore,
  facts: MoveFacts,
  report: Report,
  slowdown?: Slowdown,
): Promise<(ReportAnswer & Slowdown) | undefined> {
  const answer = await store.evaluate(
    movingScript,
    [facts.key],
    [
      facts.replica,
      report.number,
      report.held,
      report.wanted,
      Number(report.waits),
      report.epoch,
      store.run,
      report.sinceAnsweredMs,
      facts.units,
      facts.expected,
      facts.missingMs,
      facts.reclaimMs,
      Number(facts.leaves ?? false),
      slowdown ? Math.round(slowdown.resumesInMs) : "",
      slowdown?.pace ?? 1,
      facts.channel,
    ],
  );
  const [epoch, ...numbers] = answer as readonly [string, ...(string | number)[]];
  const [held = -1, most = 0, reach = 0, part = 0, live = 0, waiting = 0, resumesInMs = 0, pace = 1] =
    numbers.map(Number);
  return held < 0 ? undefined : { epoch, held, most, reach, part, live, waiting, resumesInMs, pace };
}
