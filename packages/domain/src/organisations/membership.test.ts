import { mayEdit, mayRepresent, memberRoles } from './membership.js';

test('only the representative binds the organisation, and the viewer does not write', () => {
  expect(memberRoles.filter(mayEdit)).toEqual(['representative', 'editor']);
  expect(memberRoles.filter(mayRepresent)).toEqual(['representative']);
});
