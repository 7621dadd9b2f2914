/** The parts of a page that are made when they are selected. */
interface MadeLater<Edge> {
  edges(): readonly Edge[];
  totalCount(): number | null;
}

/** The cursors around a page, made when they are selected; null where the page has none. */
interface CursorsMadeLater {
  startCursor(): string | null;
  endCursor(): string | null;
}

/** Places around a page. A class: literals with getters would each have a hidden class of their own, which outlives them. */
export class LazyPageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  private readonly later: CursorsMadeLater;

  constructor(
    isAmong: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean },
    later: CursorsMadeLater,
  ) {
    this.hasNextPage = isAmong.hasNextPage;
    this.hasPreviousPage = isAmong.hasPreviousPage;
    this.later = later;
  }

  get startCursor(): string | null {
    return this.later.startCursor();
  }

  get endCursor(): string | null {
    return this.later.endCursor();
  }
}

/** A page whose edges and count are made when they are selected; a class as `LazyPageInfo` is. */
export class LazyConnection<Node, Info, Edge> {
  readonly nodes: readonly Node[];
  readonly pageInfo: Info;
  private readonly later: MadeLater<Edge>;

  constructor(nodes: readonly Node[], pageInfo: Info, later: MadeLater<Edge>) {
    this.nodes = nodes;
    this.pageInfo = pageInfo;
    this.later = later;
  }

  get edges(): readonly Edge[] {
    return this.later.edges();
  }

  get totalCount(): number | null {
    return this.later.totalCount();
  }
}
