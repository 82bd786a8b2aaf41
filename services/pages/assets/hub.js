// Only adds comfort: every page works without it.
import { initAll } from './nhsuk.js'

initAll()
