/** Loaded together: apart they would share most of their parts, and each part of a page costs the first load its name. */
export { DepartmentsPage } from './departments-page.tsx';
export { ServicesPage } from './services-page.tsx';
