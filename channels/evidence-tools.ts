/** The hands that fetch what a channel may not fetch by itself: names looked up, files downloaded. */

export interface EvidenceTools {
  resolve(name: string, type: string): Promise<unknown>
  /** Headers go to that origin only: where it redirects to another, fetch leaves `authorization` behind. */
  download(
    url: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<{ readonly contentType: string | null; readonly content: Uint8Array }>
}
