import { expect, test } from '@jest/globals';
import { newId } from '../events.js';
import { type Trial } from './trial.js';

const SEA = { lng: 140, lat: 38 };

function strangePlaces(trial: Trial): void {
  const { post, get, reporting, said, all } = trial;
  test('outside the district, in the sea or nowhere is refused by name', async () => {
    const asks = {
      beijing: reporting({ point: { lng: 116.4, lat: 39.9 } }),
      sea: reporting({ point: SEA }),
      'where the axes meet': reporting({ point: { lng: 0, lat: 0 } }),
      'beyond the pole': reporting({ point: { lng: 130.9, lat: 120 } }),
      'in the other system': reporting({ point: SEA, coordinates: 'gcj02' }),
      'by a resident': post('/public/reports', { id: newId(), description: '井盖', point: SEA }, { token: undefined }),
      located: get(`/grids/locate?lng=${SEA.lng}&lat=${SEA.lat}`),
    };
    expect(await said(asks)).toEqual(all(asks, '422 grid.outside-district'));
  });

  test('with longitude and latitude exchanged is told so', async () => {
    const swapped = { lng: trial.point.lat, lat: trial.point.lng };
    const asks = {
      reported: reporting({ point: swapped }),
      'in the other system': reporting({ point: swapped, coordinates: 'gcj02' }),
      'by a resident': post('/public/reports', { id: newId(), description: '井盖', point: swapped }, { token: undefined }),
      located: get(`/grids/locate?lng=${swapped.lng}&lat=${swapped.lat}`),
    };
    expect(await said(asks)).toEqual(all(asks, '422 grid.swapped-coordinates'));
  });
}

function noPlaces(trial: Trial): void {
  const { post, get, reporting, said, all } = trial;
  test('that is no place is a bad request', async () => {
    const points = [
      null,
      'NaN',
      [130, 45],
      {},
      { lng: null, lat: null },
      { lng: 'NaN', lat: 'NaN' },
      { lng: '130.9', lat: '45.3' },
      { lng: 181, lat: 45 },
      { ...trial.point, alt: 3 },
    ];
    const queries = [
      'lng=NaN&lat=NaN',
      'lng=Infinity&lat=45',
      'lng=1e2&lat=45',
      'lng=0x82&lat=45',
      'lng=&lat=',
      'lng=130',
      'lng=130,9&lat=45,3',
      'lng=130&lng=131&lat=45',
      'lng=130&lat=45&z=1',
    ];
    const asks = {
      ...Object.fromEntries(points.map((wrong) => [JSON.stringify(wrong), reporting({ point: wrong })])),
      'more than a number holds': post('/events', `{"id":"${newId()}","description":"x","point":{"lng":1e999,"lat":45}}`, {
        headers: { 'content-type': 'application/json' },
      }),
      ...Object.fromEntries(queries.map((query) => [query, get(`/grids/locate?${query}`)])),
    };
    expect(await said(asks)).toEqual(all(asks, '400 request.invalid'));
  });
}

export function badPlaces(trial: Trial): void {
  strangePlaces(trial);
  noPlaces(trial);
}
