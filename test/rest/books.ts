import { DELETE, GET, PATCH, POST } from "../../src/rest/endpoint.ts";
import type { Freshness } from "../../src/rest/freshness.ts";

/** A book of the made-up system. */
export interface BookJson {
  readonly id: string;
  readonly title?: string;
  readonly tags?: readonly string[];
}

/** Three ages that no two phases share. */
export const shelfLife: Freshness = { freshMs: 1_000, whileRefreshingMs: 5_000, ifFailingMs: 20_000 };

/** The GraphQL query that a lost creation names; this system has no schema. */
export const booksOfTitle = "query ($title: String!) { books(title: $title) { id } }";

/** Rows of the made-up system whose answers are kept. */
export const books = {
  list: GET("/books")
    .kept(shelfLife)
    .query<{ readonly limit?: number }>()
    .without("books.token")
    .returns((wire: { readonly books: readonly BookJson[] }) => wire.books.map((book) => book)),
  get: GET("/books/{id}").kept(shelfLife).without("token", "owner.password").returns<BookJson>(),
  /** The same URL with nothing left out. */
  getWhole: GET("/books/{id}").kept(shelfLife).returns<BookJson & { readonly token?: string }>(),
  /** The same URL, never kept. */
  getNow: GET("/books/{id}").without("token", "owner.password").returns<BookJson>(),
  create: POST("/books")
    .drops("books")
    .reconciledBy(booksOfTitle)
    .body<{ readonly title: string }>()
    .returns<BookJson>(),
  /** May be repeated if it says which book it is. */
  upsert: POST("/books/upsert", "conditional")
    .drops("books")
    .repeatableIf(({ body }) => typeof body === "object" && body !== null && "id" in body)
    .reconciledBy(booksOfTitle)
    .body<{ readonly id?: string; readonly title: string }>()
    .returns<BookJson>(),
  update: PATCH("/books/{id}").drops("books").body<{ readonly title?: string }>().returns<BookJson>(),
  delete: DELETE("/books/{id}").drops("books", "loans").returns<undefined>(),
  /** Says nothing of what it changes. */
  sort: POST("/books/sort", "idempotent").returns<undefined>(),
  /** Changes nothing that is read. */
  lookUp: POST("/books/look-up", "idempotent").drops().returns<undefined>(),
};

/** Rows of another noun, which most writes of books leave alone. */
export const loans = {
  list: GET("/loans").kept(shelfLife).returns<{ readonly loans: readonly { readonly id: string }[] }>(),
};
