-- wrk -s wrk.lua URL -- MODE NUMBER FILE
--   MODE    same: the body as it is; vars: its @first and @after replaced; docs: its @ replaced
--   NUMBER  of the first request, so that runs continue each other
--   FILE    bodies to take in turn, one a line; for vars a blank line and cursors follow
local mode, number, bodies, cursors = nil, 0, {}, {}
local sizes = 100

function init(args)
  mode, number = args[1], tonumber(args[2])
  local target = bodies
  for line in io.lines(args[3]) do
    if line == "" then target = cursors else target[#target + 1] = line end
  end
  wrk.method = "POST"
  wrk.headers["content-type"] = "application/json"
  if mode == "same" and #bodies == 1 then
    -- A request that never changes is made once: making it anew each time takes more time than a server does.
    wrk.body = bodies[1]
    request = nil
  end
end

-- A number in commas and blanks, which mean nothing in a document.
local function blanks(count)
  local text = ""
  repeat
    text = text .. (count % 2 == 0 and " " or ",")
    count = math.floor(count / 2)
  until count == 0
  return text
end

local function body()
  local template = bodies[number % #bodies + 1]
  if mode == "vars" then
    -- A prime strides through all combinations before any comes again, and never twice through one cursor in a row.
    local place = number * 7919 % (sizes * #cursors)
    return (template:gsub("@first", place % sizes + 1):gsub("@after", cursors[math.floor(place / sizes) + 1]))
  end
  if mode == "docs" then
    return (template:gsub("@blanks", blanks(number)):gsub("@", number))
  end
  return template
end

function request()
  local made = wrk.format(nil, nil, nil, body())
  number = number + 1
  return made
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\nJSON {"requests":%d,"seconds":%f,"failed":%d,"p50Ms":%f,"p99Ms":%f}\n',
    summary.requests,
    summary.duration / 1e6,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50) / 1000,
    latency:percentile(99) / 1000
  ))
end
