import { type EventView, filesApi, PhotoStage, type PhotoView } from '@wangge/contracts';
import { client } from '../../data/client';

export type Pair = readonly [PhotoView, PhotoView];

/** Before and after: the first picture of the trouble beside the last one of the work, or the two newest. */
export function firstPair(photos: readonly PhotoView[]): Pair | undefined {
  const ready = photos.filter((photo) => photo.ready);
  const before = ready.find(({ stage }) => stage === 'report') ?? ready[0];
  const after = ready.findLast(({ stage }) => stage === 'check' || stage === 'handle') ?? ready.at(-1);
  return before && after && before !== after ? [before, after] : undefined;
}

/** Every stage has its place, also the ones nothing was taken in yet. */
export function byStage({ photos }: Pick<EventView, 'photos'>): readonly { stage: PhotoStage; photos: readonly PhotoView[] }[] {
  return PhotoStage.options.map((stage) => ({ stage, photos: photos.filter((photo) => photo.stage === stage) }));
}

export const photoAddress = ({ sha256 }: PhotoView, size: 'full' | 'thumb'): string =>
  client.href(filesApi.get, { sha256 }, { size });
