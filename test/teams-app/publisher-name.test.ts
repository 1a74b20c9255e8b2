import { publisherName } from '../../src/teams-app/publisher-name';

test.each([
  ['Knoxville Recovery Center', 'Knoxville Recovery Center'],
  ['Knoxville Recovery Center of Tenn', 'Knoxville Recovery Center'],
  ['Knoxville Center for the Hope of Every1', 'Knoxville Center for the Hope'],
  ['Great Smoky Mountains Health Cen', 'Great Smoky Mountains Health Cen'],
  ['Great Smoky Mountains Health Cent', 'Great Smoky Mountains Health'],
  ['K'.repeat(40), 'K'.repeat(32)],
])('%s is published as %s', (center, publisher) => {
  expect(publisherName(center)).toBe(publisher);
});
