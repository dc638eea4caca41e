import { useQuery } from '@tanstack/react-query';
import { gridsApi, type GridNode } from '@wangge/contracts';
import { placeNameOf } from '@wangge/domain';
import { nameWithin } from '@wangge/look';
import { useState } from 'react';
import { useStore } from 'react-admin';
import { client } from '../../data/client';
import { useTexts } from '../../i18n/use-texts';
import { rootOf, useMe } from '../../layout/use-me';
import { Icon } from '../../ui/Icon';
import { Mark } from '../../ui/Mark';
import { Skeleton } from '../../ui/Notice';
import { useDebounced } from '../../ui/use-debounced';
import { useAreas, useQueues } from '../event-queries';

interface GridTreeProps {
  readonly scope: string | undefined;
  /** Undefined: the whole area of the viewer. */
  readonly onSelect: (scope: string | undefined) => void;
  /** Open events beside each node; without them the tree only chooses. */
  readonly counts?: boolean;
  /** Only unit grids are chosen; the nodes above them open and close. */
  readonly unitGrids?: boolean;
}

interface Count {
  readonly open: number;
  readonly overdue: number;
}

/** The viewer's part of the five levels with the open events of each node; children come when a node is opened. */
export function GridTree({ scope, onSelect, counts = true, unitGrids = false }: GridTreeProps) {
  const t = useTexts();
  const root = rootOf(useMe());
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim(), 250);
  const select = (code: string) => onSelect(code === root && !unitGrids ? undefined : code);
  const tree = { root, selected: scope ?? (unitGrids ? '' : root), select, counts, unitGrids };
  return (
    <aside className="tree" aria-label={t(unitGrids ? 'console.registers.grid' : 'console.tree')}>
      <header>
        <h2>
          {t(unitGrids ? 'console.registers.grid' : 'console.tree.title')}{' '}
          {counts && <span className="aside">{t('console.tree.counts')}</span>}
        </h2>
        <label className="search-box">
          <Icon name="search" />
          <input
            type="search"
            value={typed}
            placeholder={t('console.tree.search')}
            aria-label={t('console.tree.search')}
            onChange={({ target }) => setTyped(target.value)}
          />
        </label>
      </header>
      <div className="tree-nodes">{q ? <Found q={q} {...tree} /> : <Root {...tree} />}</div>
      {counts && <Legend />}
    </aside>
  );
}

function Legend() {
  const t = useTexts();
  return (
    <footer>
      <span style={{ color: 'var(--overdue-ink)' }}>
        <Mark mark="overdue" size={8} />
      </span>
      {t('console.tree.legend')}
    </footer>
  );
}

interface TreeProps {
  readonly root: string;
  readonly selected: string;
  readonly select: (code: string) => void;
  readonly counts: boolean;
  readonly unitGrids: boolean;
}

function Root(tree: TreeProps) {
  const node = useQuery({
    queryKey: ['grid', tree.root],
    queryFn: () => client.call(gridsApi.get, { params: { code: tree.root } }),
    staleTime: 3_600_000,
  }).data;
  const queues = useQueues(undefined, tree.counts).data?.items;
  if (!node) return <Skeleton lines={10} height={20} />;
  const count = tree.counts &&
    queues && {
      open: queues.reduce((sum, { total }) => sum + total, 0),
      overdue: queues.reduce((sum, { red }) => sum + red, 0),
    };
  return (
    <ul>
      <Node {...tree} node={node} depth={0} count={count} />
    </ul>
  );
}

interface NodeProps extends TreeProps {
  readonly node: GridNode;
  readonly depth: number;
  /** The name of the node it is listed under, which it need not repeat. */
  readonly above?: string;
  readonly count: Count | false | undefined;
}

function Node({ node, depth, above, count, ...tree }: NodeProps) {
  const t = useTexts();
  const [opened, setOpened] = useStore<Readonly<Record<string, boolean>>>('events.tree', {});
  const open = opened[node.code] ?? (depth === 0 || (tree.selected.startsWith(node.code) && tree.selected !== node.code));
  const on = tree.selected === node.code;
  const toggleNode = () => setOpened({ ...opened, [node.code]: !open });
  const opens = tree.unitGrids && node.childCount > 0;
  const toggle = t(open ? 'console.tree.close' : 'console.tree.open', { name: node.name });
  return (
    <li>
      <div className={on ? 'node on' : 'node'} style={{ paddingLeft: 4 + depth * 16 }} data-level={node.level}>
        {node.childCount > 0 ? (
          <button type="button" className="node-toggle" aria-expanded={open} aria-label={toggle} onClick={toggleNode}>
            <Icon name={open ? 'down' : 'right'} size={12} />
          </button>
        ) : (
          <span className="node-toggle" />
        )}
        <button
          type="button"
          className="node-name"
          aria-pressed={opens ? undefined : on}
          onClick={opens ? toggleNode : () => tree.select(node.code)}
        >
          <span>{above === undefined ? placeNameOf(node.name) : nameWithin(node.name, above)}</span>
          {count && count.overdue > 0 && (
            <span className="node-overdue" title={t('light.red')}>
              <Mark mark="overdue" size={8} />
              {count.overdue}
            </span>
          )}
          {count && <span className="node-count">{count.open}</span>}
        </button>
      </div>
      {open && node.childCount > 0 && <Children {...tree} parent={node} depth={depth + 1} />}
    </li>
  );
}

function Children({ parent, depth, ...tree }: TreeProps & { readonly parent: GridNode; readonly depth: number }) {
  const { data } = useQuery({
    queryKey: ['grids', parent.code],
    queryFn: () => client.call(gridsApi.list, { query: { parent: parent.code } }),
    staleTime: 3_600_000,
  });
  const counts = useAreas(parent.code, useCountsByArea() && tree.counts).data?.items;
  if (!data) return <Skeleton lines={3} height={16} />;
  return (
    <ul>
      {data.items.map((node) => (
        <Node
          key={node.code}
          {...tree}
          node={node}
          depth={depth}
          above={parent.name}
          count={tree.counts && counts && (counts.find(({ code }) => code === node.code) ?? { open: 0, overdue: 0 })}
        />
      ))}
    </ul>
  );
}

function Found({ q, ...tree }: TreeProps & { readonly q: string }) {
  const t = useTexts();
  const { data } = useQuery({ queryKey: ['grids', 'found', q], queryFn: () => client.call(gridsApi.list, { query: { q } }) });
  if (!data) return <Skeleton lines={4} height={20} />;
  const within = data.items.filter(({ code, level }) => code.startsWith(tree.root) && (!tree.unitGrids || level === 'grid'));
  if (within.length === 0) return <p className="muted">{t('console.tree.none')}</p>;
  return (
    <ul>
      {within.map((node) => (
        <Node key={node.code} {...tree} node={{ ...node, childCount: 0 }} depth={0} count={undefined} />
      ))}
    </ul>
  );
}

/** Counts by area are read through the viewer's own area; a department has none, and zeros would not be true. */
function useCountsByArea(): boolean {
  return useMe().assignments.some(({ scope }) => scope !== null);
}
