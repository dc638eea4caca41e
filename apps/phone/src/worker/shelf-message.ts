/** What the page tells its service worker. */
export interface Shelf {
  /** The version that waits is to become the one in use. */
  readonly wanted: 'newest';
}
