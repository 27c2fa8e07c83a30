import { Skeleton, Text } from '@mantine/core';
import { type Area, useDirectory, useDirectoryNames } from '../parts/directory.ts';
import { flatMap, shortAreaName } from '../parts/flat-map.ts';
import { useFormat } from '../parts/format.ts';
import { useNamed, useWords } from '../words/language.tsx';
import classes from './case.module.css';
import { MAP } from './map-size.ts';
import { caseWords } from './words.ts';

type Placed = Area & { readonly point: NonNullable<Area['point']> };

/**
 * Where in the province the area of a case lies, among its districts. A drawing of our own: the project has no borders, and
 * a server of map tiles would be told of every case that is opened.
 */
export function CaseMap({ areaCode }: { readonly areaCode: string }) {
  const words = useWords(caseWords);
  const names = useDirectoryNames();
  const format = useFormat();
  const { areas: all } = useDirectory();
  const areas = all.filter(isPlaced);
  const area = placedFor(areaCode, all);
  if (all.length === 0) return <Skeleton h={MAP.height} maw={MAP.width} aria-busy="true" />;
  if (area === undefined) return null;
  const { lat, lon } = area.point;
  return (
    <figure className={classes['map']}>
      <Drawing area={area} areas={areas} label={words.mapOf(names.area(areaCode))} />
      <Text component="figcaption" size="sm" c="dimmed">
        {words.mapPoint(names.area(area.code), format.number(lat), format.number(lon))}{' '}
        <a
          href={`https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=14/${lat}/${lon}`}
          target="_blank"
          rel="noreferrer"
          className="screen-only"
        >
          {words.openMap}
        </a>
      </Text>
    </figure>
  );
}

const isPlaced = (area: Area): area is Placed => area.point !== null;

/**
 * The unit whose point stands for an area. Communes of the older division have none in the data: the one ward that took over
 * their ground has, else their district.
 */
function placedFor(code: string, areas: readonly Area[]): Placed | undefined {
  const find = (one: string | null | undefined) => areas.find((area) => area.code === one);
  const area = find(code);
  const [ward, ...more] = area?.successors ?? [];
  const candidates = [area, more.length === 0 ? find(ward) : undefined, find(area?.districtCode)];
  return candidates.find((one): one is Placed => one !== undefined && isPlaced(one));
}

interface DrawingProps {
  readonly area: Placed;
  readonly areas: readonly Placed[];
  readonly label: string;
}

function Drawing({ area, areas, label }: DrawingProps) {
  const named = useNamed();
  const place = flatMap(
    areas.map(({ point }) => point),
    MAP,
  );
  const here = place(area.point);
  // Units of one division: those of the other lie on the same ground.
  const others = areas.filter(({ kind, code }) => kind === area.kind && code !== area.code);
  const districts = areas.filter(({ kind, code }) => kind === 'district' && code !== area.code);
  const names = apart(
    here,
    districts.map((one) => ({ name: shortAreaName(named(one)), ...place(one.point) })),
  );
  return (
    <svg viewBox={`0 0 ${MAP.width} ${MAP.height}`} role="img" aria-label={label}>
      {others.map(({ code, point }) => {
        const { x, y } = place(point);
        return <circle key={code} cx={x} cy={y} r={3} className={classes['mapOther']} />;
      })}
      <circle cx={here.x} cy={here.y} r={8} className={classes['mapHere']} />
      {names.map(({ name, x, y }) => (
        <text key={name} x={x} y={y - 6}>
          {name}
        </text>
      ))}
      <text x={here.x} y={here.y + 22} className={classes['mapName']}>
        {shortAreaName(named(area))}
      </text>
    </svg>
  );
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** As much of the drawing as a name takes. */
const NAME = { width: 60, height: 14 } as const;

/** Those of the names that lie neither on the marked place nor on each other. */
const apart = <Name extends Spot>(here: Spot, names: readonly Name[]): readonly Name[] =>
  names.reduce<readonly Name[]>(
    (kept, one) =>
      [{ x: here.x, y: here.y + NAME.height }, here, ...kept].some(isOn(one))
        ? kept
        : [...kept, one],
    [],
  );

const isOn =
  (one: Spot) =>
  (other: Spot): boolean =>
    Math.abs(one.x - other.x) < NAME.width && Math.abs(one.y - other.y) < NAME.height;
