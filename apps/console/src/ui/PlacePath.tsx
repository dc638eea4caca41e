import type { ChainNames } from '@wangge/contracts';
import { placePath } from '@wangge/look';

/** 东风街道 / 东岸社区 / 第8网格 */
export function PlacePath({ names, title }: { readonly names: ChainNames; readonly title?: string }) {
  const [street, community, grid] = placePath(names);
  return (
    <span className="path" title={title}>
      <span>{street}</span>
      <span>{community}</span>
      <span className="muted">{grid}</span>
    </span>
  );
}
