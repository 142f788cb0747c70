// The web host's public face: build it, and serve what was built.
export { buildWebHost, type WebHostBuild, type WebHostBuilt } from './build/build'
export { WebHostBuildError } from './build/problems'
export { webHostRoutes } from './routes'
