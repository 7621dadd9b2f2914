import type { CallStats } from "./call-stats.ts";
import type { AnyEndpoint, Headers, LooseArguments, LooseEndpoint } from "./endpoint.ts";
import type { RequestBody } from "./exchange.ts";

/** One request, ready to be sent as often as may be. */
export interface PreparedRequest {
  readonly endpoint: LooseEndpoint;
  /** Read anew at each sending: a call that waits may still be joined. */
  readonly url: URL;
  readonly body: RequestBody | undefined;
  /** Whether doing it twice is doing it once. */
  readonly repeatable: boolean;
  /** The answer before, which is given again if the body is the same. */
  readonly last: Answer | undefined;
  readonly stats: CallStats;
  /** The headers of the credential that it is sent with. @default none yet */
  readonly credential?: Headers;
}

/** The URL of a request, asked for anew at each use; a class for the reason of `Live` in `operation.ts`. */
class Live {
  private readonly urlNow: () => URL;

  constructor(urlNow: () => URL) {
    this.urlNow = urlNow;
  }

  get url(): URL {
    return this.urlNow();
  }
}

/** Makes a request whose URL is asked for at the moment of sending: until then others may join the call. */
export const liveRequest = (urlNow: () => URL, facts: Omit<PreparedRequest, "url">): PreparedRequest =>
  Object.assign(new Live(urlNow), facts);

/** The answer of a call, with the facts needed to cache it. */
export interface Answer {
  /** Shared by all readers, so it must not be changed. */
  readonly value: unknown;
  /** Tells whether another body is the same; undefined where there is no body to compare. */
  readonly digest: string | undefined;
}

/** Makes requests of the endpoints of one system. */
export interface RequestBuilder {
  /** Of an endpoint in the system's table. */
  nounOf(endpoint: AnyEndpoint): string | undefined;
  /** @throws UPSTREAM_INVALID_RESPONSE when an argument does not match the pattern of its name. */
  prepare(endpoint: LooseEndpoint, args: LooseArguments, stats: CallStats): PreparedRequest;
  /** The same request where its URL has been built. */
  prepareFor(url: URL, endpoint: LooseEndpoint, args: LooseArguments, stats: CallStats): PreparedRequest;
  /**
   * Key of a read, which no other read has: credential, endpoint and URL.
   * @param share which share of its answer is meant. @default all of it
   */
  keyOf(endpoint: AnyEndpoint, url: URL, share?: string): string;
  urlOf(endpoint: AnyEndpoint, args: LooseArguments): URL;
  /** Both for a read, made once as long as it is among those that were asked for last. @throws as `prepare` does */
  locate(endpoint: AnyEndpoint, args: LooseArguments): Location;
}

/** Where a read goes. */
export interface Location {
  readonly url: URL;
  /** As `keyOf` makes it. */
  readonly key: string;
}
