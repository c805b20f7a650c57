import fastifySwagger from '@fastify/swagger'
import fastifySwaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'

/** The API document and its pages, from our own address: nothing is loaded from elsewhere. */
export async function serveDocs(app: FastifyInstance, openapi: () => object): Promise<void> {
  const document = openapi()
  app.get('/api/openapi.json', async () => document)
  await app.register(async (pages) => {
    await pages.register(fastifySwagger, {
      mode: 'static',
      specification: { document: document as never },
    })
    await pages.register(fastifySwaggerUi, {
      routePrefix: '/api/docs',
      staticCSP: true,
      transformStaticCSP: (policy) => policy,
      uiConfig: { docExpansion: 'none', deepLinking: true },
    })
  })
}
