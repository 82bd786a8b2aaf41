# One image for every role; HUB_ROLE says which part runs. PostgreSQL and Redis stand beside it.
FROM node:24-slim
WORKDIR /hub
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund
COPY channels channels
COPY router router
COPY rules rules
COPY services services
COPY shared shared
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/hub/data
RUN mkdir data && chown node:node data
USER node
EXPOSE 3000 2525
CMD ["node", "services/main.ts"]
