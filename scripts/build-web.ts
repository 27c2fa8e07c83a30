import { buildWeb } from '../local/build.ts';

/** `npm run build:web`: the files of the web app in web/dist, made anew unless nothing has changed. */
buildWeb();
