-- wrk: asks for the paths of a file in turn, each thread from a place of its own. Arguments: FILE [HEADER VALUE]...
local threads = 0

function setup(thread)
  thread:set("start", threads * 7919)
  threads = threads + 1
end

function init(arguments)
  paths = {}
  for line in io.lines(arguments[1]) do
    paths[#paths + 1] = line
  end
  for i = 2, #arguments, 2 do
    wrk.headers[arguments[i]] = arguments[i + 1]
  end
  at = start % #paths
end

function request()
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end
