// Every page of the product, on one screen. Feature areas keep their own lines; a page's file is named after its path.
import { index, type RouteConfig, route } from '@react-router/dev/routes'

export default [index('routes/home.tsx')] satisfies RouteConfig
