// biome-ignore-all format: a table, one field a line
import type { RegisterDefinition } from '../definition.js';
import { label } from '../dictionaries/choices.js';
import { READING_SOURCES } from '../dictionaries/sky.js';

/** 天: what a station measured at an instant. */
export const READINGS: RegisterDefinition = {
  name: 'readings',
  element: 'sky',
  label: label('监测数据', 'Readings'),
  geometry: 'none',
  titleField: 'number',
  naturalKey: ['number'],
  fields: [
    { name: 'number', kind: 'text', label: label('数据编号', 'Reading number'), dataClass: 'L1', required: true, search: 'prefix', sort: true, inList: true, most: 40 },
    { name: 'stationId', kind: 'reference', label: label('监测站', 'Station'), dataClass: 'L1', required: true, filter: true, inList: true, references: 'stations' },
    { name: 'measuredAt', kind: 'instant', label: label('监测时间', 'Measured at'), dataClass: 'L1', required: true, filter: true, sort: true, inList: true },
    { name: 'temperature', kind: 'number', label: label('气温（℃）', 'Temperature (°C)'), dataClass: 'L1', filter: true, sort: true, inList: true, range: [-60, 60] },
    { name: 'humidity', kind: 'number', label: label('相对湿度（%）', 'Humidity (%)'), dataClass: 'L1', filter: true, sort: true, inList: true, range: [0, 100] },
    { name: 'windSpeed', kind: 'number', label: label('风速（米/秒）', 'Wind (m/s)'), dataClass: 'L1', filter: true, sort: true, range: [0, 100] },
    { name: 'windDirection', kind: 'integer', label: label('风向（度）', 'Wind direction (°)'), dataClass: 'L1', range: [0, 360] },
    { name: 'precipitation', kind: 'number', label: label('降水量（毫米）', 'Precipitation (mm)'), dataClass: 'L1', filter: true, sort: true, range: [0, 2000] },
    { name: 'aqi', kind: 'number', label: label('空气质量指数', 'Air quality index'), dataClass: 'L1', filter: true, sort: true, inList: true, range: [0, 1000] },
    { name: 'fineParticles', kind: 'number', label: label('PM2.5（微克/立方米）', 'PM2.5 (µg/m³)'), dataClass: 'L1', filter: true, sort: true, range: [0, 5000] },
    { name: 'coarseParticles', kind: 'number', label: label('PM10（微克/立方米）', 'PM10 (µg/m³)'), dataClass: 'L1', filter: true, sort: true, range: [0, 10_000] },
    { name: 'waterLevel', kind: 'number', label: label('水位（米）', 'Water level (m)'), dataClass: 'L1', filter: true, sort: true, range: [-100, 9000] },
    { name: 'noise', kind: 'number', label: label('噪声（分贝）', 'Noise (dB)'), dataClass: 'L1', filter: true, sort: true, range: [0, 200] },
    { name: 'source', kind: 'choice', label: label('数据来源', 'Source'), dataClass: 'L1', required: true, filter: true, choices: READING_SOURCES },
  ],
};
