import type { Freshness } from "../../src/rest/cache-policy.ts";
import { DELETE, GET, PATCH, POST } from "./routes.ts";

/** A book of the made-up system. */
export interface BookJson {
  readonly id: string;
  readonly title?: string;
  readonly tags?: readonly string[];
}

/** Three ages that no two phases share. */
export const shelfLife: Freshness = { freshMs: 1_000, staleWhileRevalidateMs: 5_000, staleIfErrorMs: 20_000 };

/** The GraphQL query that a lost creation names; this system has no schema. */
export const booksOfTitle = "query ($title: String!) { books(title: $title) { id } }";

/** Rows of the made-up system whose answers are kept. */
export const books = {
  list: GET("/books")
    .cache(shelfLife)
    .query<{ readonly limit?: number }>()
    .without("books.token")
    .returns((wire: { readonly books: readonly BookJson[] }) => wire.books.map((book) => book)),
  get: GET("/books/{id}").cache(shelfLife).without("token", "owner.password").returns<BookJson>(),
  /** The same URL with nothing left out. */
  getWhole: GET("/books/{id}").cache(shelfLife).returns<BookJson & { readonly token?: string }>(),
  /** The same URL, never kept. */
  getNow: GET("/books/{id}").without("token", "owner.password").returns<BookJson>(),
  /** The same URL, kept once it is finished. */
  getFinished: GET("/books/{id}")
    .cache(shelfLife)
    .keptIf(({ title }: BookJson) => title === "finished")
    .returns<BookJson>(),
  /** Changes nothing that is read. */
  print: POST("/books/print").invalidates().returns<BookJson>(),
  create: POST("/books")
    .invalidates("books")
    .verifiedBy(booksOfTitle)
    .body<{ readonly title: string }>()
    .returns<BookJson>(),
  /** May be repeated if it says which book it is. */
  upsert: POST("/books/upsert", "conditional")
    .invalidates("books")
    .repeatableIf(({ body }) => typeof body === "object" && body !== null && "id" in body)
    .verifiedBy(booksOfTitle)
    .body<{ readonly id?: string; readonly title: string }>()
    .returns<BookJson>(),
  update: PATCH("/books/{id}").invalidates("books").body<{ readonly title?: string }>().returns<BookJson>(),
  delete: DELETE("/books/{id}").invalidates("books", "loans").returns<undefined>(),
  /** Says nothing of what it changes. */
  sort: POST("/books/sort", "idempotent").returns<undefined>(),
  /** Changes nothing that is read. */
  lookUp: POST("/books/look-up", "idempotent").invalidates().returns<undefined>(),
};

/** Rows of another noun, which most writes of books leave alone. */
export const loans = {
  list: GET("/loans").cache(shelfLife).returns<{ readonly loans: readonly { readonly id: string }[] }>(),
};
