import { Navigate } from '@tanstack/react-router';
import { usePlaces } from './navigation.ts';
import { NotFound } from './whole-page.tsx';

/** The first page that the person's role has. */
export function Start() {
  const [first] = usePlaces();
  return first === undefined ? <NotFound isInside /> : <Navigate to={first.path} replace />;
}
