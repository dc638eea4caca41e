import { describe, expect, test } from '@jest/globals';
import { directionTo, distanceBetween, roundedDistance, walkingMinutes } from './geo';

const square = { lng: 130.97, lat: 45.3 };

describe('the way to a task', () => {
  test('is measured in metres along the ground', () => {
    expect(distanceBetween(square, { lng: 130.97, lat: 45.301 })).toBeCloseTo(111.2, 0);
    expect(distanceBetween(square, { lng: 130.971, lat: 45.3 })).toBeCloseTo(78.2, 0);
    expect(distanceBetween(square, square)).toBe(0);
  });

  test.each([
    ['n', 0, 1],
    ['ne', 1.4, 1],
    ['e', 1, 0],
    ['se', 1.4, -1],
    ['s', 0, -1],
    ['sw', -1.4, -1],
    ['w', -1, 0],
    ['nw', -1.4, 1],
  ])('points %s', (direction, lng, lat) => {
    expect(directionTo(square, { lng: square.lng + lng / 1000, lat: square.lat + lat / 1000 })).toBe(direction);
  });

  test.each([
    [3, 'metres', 10],
    [117, 'metres', 120],
    [994, 'metres', 990],
    [1298, 'kilometres', 1.3],
    [12_400, 'kilometres', 12],
  ])('%d m is said as %s %d', (metres, unit, count) => {
    expect(roundedDistance(metres)).toEqual({ unit, count });
  });

  test('says how long a walk takes, where one would walk', () => {
    expect(walkingMinutes(20)).toBe(1);
    expect(walkingMinutes(150)).toBe(2);
    expect(walkingMinutes(5000)).toBeNull();
  });
});
