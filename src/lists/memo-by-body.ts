/**
 * A function of a body that is read upstream, worked out once for each body. Its result lives as long as some code holds
 * the body it was made from, which is as long as the engine keeps it or an operation uses it.
 */
export function memoizeByBody<Body extends object, Made extends object>(
  make: (body: Body) => Made,
): (body: Body) => Made {
  const made = new WeakMap<Body, Made>();
  return (body) => {
    const known = made.get(body);
    if (known !== undefined) return known;
    const now = make(body);
    made.set(body, now);
    return now;
  };
}
